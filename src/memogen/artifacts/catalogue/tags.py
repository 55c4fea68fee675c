"""How a field is written in a template: the tags to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.artifacts.catalogue.form import Form

if TYPE_CHECKING:
    from memogen.artifacts.catalogue.form import Field

_PREFIXES: Final = {Form.BLOCKS: "p", Form.RUNS: "r"}
_ITEM: Final = "post"
_LINE: Final = "rad"


def written(field: Field, owner: str = "") -> tuple[str, ...]:
    """The tags that show a field, a paragraph each; ``owner`` is the loop's name for the record that it is in."""
    name = f"{owner}.{field.name}" if owner else field.name
    if field.form is Form.TEXTS:
        return (f"{{%p for {_LINE} in {name} %}}", f"{{{{ {_LINE} }}}}", "{%p endfor %}")
    if field.form is Form.RECORDS:
        inner = "del" if owner else _ITEM
        lines = [line for one in field.fields for line in written(one, inner)]
        return (f"{{%p for {inner} in {name} %}}", *lines, "{%p endfor %}")
    if field.form is Form.FLAG:
        return (f"{{% if {name} %}}ja{{% endif %}}",)
    return (f"{{{{{_PREFIXES.get(field.form, '')} {name} }}}}",)
