"""Content-hash cache: a thing is redone only when its own source, its arguments or the engine below it changed."""

from __future__ import annotations

import ast
import functools
import hashlib
import io
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[3] / ".cache" / "make_art"


def source_hash(*things: str | Path) -> str:
    """Hash (20 hex digits) of source files and plain text. Sources count by their syntax tree: layout and comments do
    not matter.
    """
    digest = hashlib.sha256()
    for thing in things:
        text = _tree(thing) if isinstance(thing, Path) else thing
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:20]


@functools.cache
def _tree(path: Path) -> str:
    return ast.dump(ast.parse(path.read_text(encoding="utf-8")))


def _prop_name(decorator: ast.expr, default: str) -> str:
    """The name that a decorator ``@prop(...)`` registers, "" for other decorators."""
    if not (isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "prop"):
        return ""
    given = [k.value.value for k in decorator.keywords if k.arg == "name" and isinstance(k.value, ast.Constant)]
    return str(given[0]) if given else default


@functools.cache
def _top_level(path: Path) -> tuple[tuple[str, str], ...]:
    """(name of the prop that the statement registers or "", syntax) of every top-level statement."""
    out = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        name = ""
        if isinstance(node, ast.FunctionDef):
            name = next((_prop_name(d, node.name) for d in node.decorator_list if _prop_name(d, node.name)), "")
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and node.value.args:
            first = node.value.args[0]
            if getattr(node.value.func, "id", "") == "make_prop" and isinstance(first, ast.Constant):
                name = str(first.value)
        out.append((name, ast.dump(node)))
    return tuple(out)


def own_source(path: Path, name: str) -> str:
    """The syntax of a module without the other props that it registers: an edit of one thing leaves its neighbours
    fresh.
    """
    return name + "\n".join(tree for owner, tree in _top_level(path) if owner in ("", name))


def arrays(name: str, key: str, make: Callable[[], dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """The arrays of ``name`` for this key: from disk when fresh, else made and kept (older keys of the name are
    removed).
    """
    ROOT.mkdir(parents=True, exist_ok=True)
    path = ROOT / f"{name}-{key}.npz"
    if path.exists():
        with np.load(path) as data:
            return {k: data[k] for k in data.files}
    out = make()
    for old in ROOT.glob(f"{name}-????????????????????.npz"):
        old.unlink()
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **out)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(buffer.getvalue())
    part.replace(path)  # whole or not at all: two runs may draw the same thing
    return out
