import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.MapBackedDirectory;
import org.verapdf.core.ModelParsingException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDF files against veraPDF's profiles, for as long as it is asked.
 *
 * <p>Reads lines "profile TAB file". Answers each with one line: "ok" and every failed clause ("6.2.11.4.1-1"), or
 * "encrypted" or "unreadable" for a file that cannot be opened, or "fault" and why when it could not judge.
 */
public final class Judge {

    private static final Map<String, String> PROFILES = Map.of(
            "1a", "PDFA-1A", "1b", "PDFA-1B",
            "2a", "PDFA-2A", "2u", "PDFA-2U", "2b", "PDFA-2B",
            "3a", "PDFA-3A", "3u", "PDFA-3U", "3b", "PDFA-3B", "ua1", "PDFUA-1");

    private final Map<String, ValidationProfile> profiles = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        // What a library prints is no answer.
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        VeraGreenfieldFoundryProvider.initialise();
        Judge judge = new Judge();
        judge.lend();
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            String[] question = line.split("\t", 2);
            answers.println(judge.answer(question[0], Path.of(question[1])));
        }
    }

    /** A PDF inside a PDF is judged by veraPDF itself, with profiles that it could not read. */
    private void lend() throws Exception {
        Map<PDFAFlavour, ValidationProfile> known = new HashMap<>();
        for (String name : PROFILES.keySet()) {
            known.put(profile(name).getPDFAFlavour(), profile(name));
        }
        Object shelf = Profiles.getVeraProfileDirectory();
        Field profiles = shelf.getClass().getDeclaredField("profileDir");
        profiles.setAccessible(true);
        profiles.set(shelf, new MapBackedDirectory<>(known));
    }

    private String answer(String name, Path file) {
        try {
            ValidationProfile profile = profile(name);
            try (InputStream content = Files.newInputStream(file);
                    PDFAParser document =
                            Foundries.defaultInstance().createParser(content, profile.getPDFAFlavour());
                    PDFAValidator validator =
                            Foundries.defaultInstance().createValidator(profile, false)) {
                return verdict(validator.validate(document));
            }
        } catch (EncryptedPdfException fault) {
            return "encrypted";
        } catch (ModelParsingException fault) {
            return "unreadable";
        } catch (Exception | StackOverflowError | OutOfMemoryError fault) {
            return "fault " + fault.toString().replaceAll("\\s+", " ");
        }
    }

    private static String verdict(ValidationResult result) {
        Set<String> clauses = new TreeSet<>();
        for (RuleId rule : result.getFailedChecks().keySet()) {
            clauses.add(rule.getClause() + "-" + rule.getTestNumber());
        }
        if (result.isCompliant() != clauses.isEmpty()) {
            return "fault the verdict and the failed checks disagree";
        }
        return String.join(" ", "ok", String.join(" ", clauses)).strip();
    }

    private ValidationProfile profile(String name) throws Exception {
        if (!profiles.containsKey(name)) {
            String file = "/org/verapdf/pdfa/validation/" + PROFILES.get(name) + ".xml";
            try (InputStream text = Foundries.class.getResourceAsStream(file)) {
                profiles.put(name, read(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder().parse(text).getDocumentElement()));
            }
        }
        return profiles.get(name);
    }

    /** veraPDF itself reads a profile through JAXB, which is neither in the JDK nor in its package. */
    private static ValidationProfile read(Element root) throws Exception {
        Set<Rule> rules = new HashSet<>();
        for (Element rule : every(root, "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : every(root, "variable")) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                    text(variable, "defaultValue"), text(variable, "value")));
        }
        PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
        Date created = new SimpleDateFormat("yyyy-MM-dd")
                .parse(every(root, "details").get(0).getAttribute("created"));
        return Profiles.profileFromValues(flavour,
                Profiles.profileDetailsFromValues(text(root, "name"), "", "", created), "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = every(rule, "id").get(0);
        PDFAFlavour.Specification standard = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        ErrorDetails error = Profiles.errorFromValues(text(rule, "message"), new ArrayList<ErrorArgument>());
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(standard, id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"), deferred, rule.getAttribute("tags"), text(rule, "description"),
                text(rule, "test"), error, new ArrayList<Reference>());
    }

    private static String text(Element element, String name) {
        return every(element, name).get(0).getTextContent();
    }

    private static List<Element> every(Element element, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = element.getElementsByTagName(name);
        for (int index = 0; index < nodes.getLength(); index++) {
            found.add((Element) nodes.item(index));
        }
        return found;
    }
}
