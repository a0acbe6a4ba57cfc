"""What the embedded servers were started with, in one file that only its owner can read."""

import json
import secrets
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from graph import embedded


@dataclass(frozen=True)
class Facts:
    """Kept from one start to the next: generated secrets, and where the graph engine answers."""

    graph_password: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    secret_key: str = field(default_factory=lambda: secrets.token_urlsafe(48))
    bolt_port: int | None = None

    @property
    def graph_uri(self) -> str:
        """The Bolt address; empty while the engine has never been started."""
        return f"bolt://{embedded.HOST}:{self.bolt_port}" if self.bolt_port else ""


def read(data: Path) -> Facts | None:
    """Read the facts of a data folder; None when there are none (or half of them, after a kill)."""
    try:
        return Facts(**json.loads(_file(data).read_text(encoding="utf-8")))
    except (FileNotFoundError, json.JSONDecodeError, TypeError):
        return None


def write(data: Path, bolt_port: int | None) -> Facts:
    """Write the facts in one step, making the secrets the first time; callers hold the lock."""
    facts = replace(read(data) or Facts(), bolt_port=bolt_port)
    fresh = _file(data).with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(asdict(facts), indent=1), encoding="utf-8")
    fresh.replace(_file(data))
    return facts


def _file(data: Path) -> Path:
    return data / "servers.json"
