"""What `help()` shows of the classes that users create."""

import pydoc

import cdk_compliant_backup
import pytest
from cdk_compliant_backup import (
    AuditFramework,
    BackupChecks,
    CompliantVault,
    NotificationWiring,
    TagBasedSelection,
    TieredBackupPlan,
)


@pytest.mark.parametrize(
    "documented",
    [AuditFramework, BackupChecks, CompliantVault, NotificationWiring, TagBasedSelection, TieredBackupPlan],
    ids=lambda documented: documented.__name__,
)
def test_help_has_an_example_in_python(documented: type) -> None:
    text = pydoc.plain(pydoc.render_doc(documented))
    example = text.split("Example::", 1)[1].split("Method resolution order", 1)[0]
    assert f"{documented.__name__}(" in example
    assert "const " not in example


def test_help_of_the_package_lists_its_classes() -> None:
    assert "class CompliantVault" in pydoc.plain(pydoc.render_doc(cdk_compliant_backup))
