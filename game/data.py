"""Where the files that travel with the game lie: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder ``assets`` or ``maps``. Raises FileNotFoundError where the game was installed without it."""
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{name}/ is missing: neither in {_PACKAGE} nor beside it; install the game again")
