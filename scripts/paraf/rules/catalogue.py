"""Every check there is, for whoever explains them; a command that checks loads its own family only."""

from paraf.rules.base import AnyRule
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.of_sop import RULES

ALL_RULES: tuple[AnyRule, ...] = (*RULES, *REPORT_RULES)
BY_CODE = {rule.code: rule for rule in ALL_RULES}
