// Pours on request: a line of JSON in, the seconds of processor time that it took out. Run by peers.py.
const fs = require("fs");
const readline = require("readline");
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");
const { TemplateHandler } = require("easy-template-x");

const engines = {
  docxtemplater: (template, data) => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    document.render(data);
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  },
  "easy-template-x": (template, data) => new TemplateHandler().process(template, data),
};

const [, , engine, templatePath, ...dataPaths] = process.argv;
const template = fs.readFileSync(templatePath);
const documents = dataPaths.map((path) => JSON.parse(fs.readFileSync(path, "utf-8")));

async function pourAll() {
  let last;
  for (const data of documents) last = await engines[engine](template, data);
  return last;
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const before = process.cpuUsage();
    const last = await pourAll();
    const used = process.cpuUsage(before);
    if (line) fs.writeFileSync(line, last);
    console.log((used.user + used.system) / 1e6);
  }
})();
