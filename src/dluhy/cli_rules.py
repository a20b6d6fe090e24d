"""The commands about the set of rules; `rules` is registered in `dluhy.cli`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations

from dluhy.cli_shared import Lang, RulesFolder, command_group
from dluhy.cli_shared import today as todays

rules = command_group("rules", "Sada pravidel: kontrola, výpis, rozdíly.")


@rules.command(name="check")
def rules_check(*, today: bool = False, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Zkontroluje sadu pravidel: schéma, podmínky, citace, částky, příklady; s --today i horizont."""
    from dluhy.commands.rules import check_rules_command

    return check_rules_command(todays() if today else None, lang, rules_folder)


@rules.command(name="list")
def rules_list(*, topic: str | None = None, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Vypíše pravidla sady."""
    from dluhy.commands.rules import list_rules_command

    return list_rules_command(topic, lang, rules_folder)


@rules.command(name="show")
def rules_show(rule_id: str, *, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Ukáže jedno pravidlo: odůvodnění, podmínky, citace s odkazy, doklad, příklady."""
    from dluhy.commands.rules import show_rule_command

    return show_rule_command(rule_id, lang, rules_folder)


@rules.command(name="diff")
def rules_diff(pack_a: Path, pack_b: Path, *, lang: Lang = "cs") -> int:
    """Porovná dvě sady pravidel: co přibylo, zmizelo, změnilo se."""
    from dluhy.commands.rules import diff_rules_command

    return diff_rules_command(pack_a, pack_b, lang)


@rules.command(name="mutate")
def rules_mutate(*rule_ids: str, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Zkusí, zda příklady poznají drobné změny pravidel; kde ne, napíše, jaký příklad chybí.

    Parameters
    ----------
    rule_ids
        Která pravidla; jinak všechna.
    """
    from dluhy.commands.rules import mutate_rules_command

    return mutate_rules_command(rule_ids, lang, rules_folder)


@rules.command(name="table")
def rules_table(*, out: Path | None = None, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Napíše všechna pravidla a postupy jako jednu stránku v Markdownu.

    Parameters
    ----------
    out
        Kam stránku zapsat; jinak na standardní výstup.
    """
    from dluhy.commands.rules import rules_table_command

    return rules_table_command(out, rules_folder, lang)
