"""The table and the plot of `benchmarks.peers`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"


@dataclass(frozen=True)
class Compared:
    """Questions of one kind; times in milliseconds (median, 95th percentile)."""

    ours: tuple[float, float]
    trips: int
    overlap: float
    worst: float  # of 99 in 100 lists, the least overlap
    naive: tuple[float, float]
    numpy: tuple[float, float]


@dataclass(frozen=True)
class Measured:
    """One engine at one size."""

    engine: str
    size: int
    one_issue: Compared  # named
    all_issues: Compared  # that the asker works on
    edit: tuple[float, float]  # medians in milliseconds: with buckets, and without
    load: float  # nodes and edges a second, buckets included
    memory: float  # megabytes of a process that suggests


_HEAD = (
    "engine",
    "officials",
    "asked",
    "suggest p50 / p95, ms",
    "trips",
    "overlap@10 (1 in 100)",
    "naive Cypher p50 / p95, ms",
    "naive / ours, p50 / p95",
    "NumPy p50 / p95, ms",
)
_HEAD_OF_WRITES = ("engine", "officials", "edit: ours / bare, ms", "load rows/s", "memory, MB")


def table(rows: list[Measured]) -> str:
    """Markdown tables: suggestions, then writing and memory."""
    ordered = sorted(rows, key=lambda row: (row.engine, row.size))
    suggested = [
        _cells(row, asked, of)
        for row in ordered
        for asked, of in (("one issue", row.one_issue), ("all of theirs", row.all_issues))
    ]
    written = [
        (
            row.engine,
            f"{row.size:,}",
            f"{row.edit[0]:.1f} / {row.edit[1]:.1f} = {row.edit[0] / row.edit[1]:.1f}",
            f"{row.load:,.0f}",
            f"{row.memory:.0f}",
        )
        for row in ordered
    ]
    return f"{_markdown(_HEAD, suggested)}\n\n{_markdown(_HEAD_OF_WRITES, written)}"


def _markdown(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row: Measured, asked: str, of: Compared) -> tuple[str, ...]:
    return (
        row.engine,
        f"{row.size:,}",
        asked,
        _pair(of.ours),
        str(of.trips),
        f"{of.overlap:.3f} ({of.worst:.1f})",
        _pair(of.naive),
        " / ".join(f"{naive / ours:.1f}" for naive, ours in zip(of.naive, of.ours, strict=True)),
        _pair(of.numpy),
    )


def _pair(times: tuple[float, float]) -> str:
    return f"{times[0]:,.0f} / {times[1]:,.0f}"


def plot(rows: list[Measured]) -> str:
    """An SVG of the 95th percentiles by size, no issue named, both axes logarithmic."""
    width, height, margin = 640, 360, 60
    sizes = sorted({row.size for row in rows})
    times = [time for row in rows for time in (row.all_issues.ours[1], row.all_issues.naive[1])]
    low, high = _decade(min(times), up=False), _decade(max(times), up=True)

    def x(size: int) -> float:
        span = math.log(sizes[-1] / sizes[0]) or 1.0
        return margin + (width - 2 * margin) * math.log(size / sizes[0]) / span

    def y(time: float) -> float:
        return height - margin - (height - 2 * margin) * math.log(time / low) / math.log(high / low)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        "<style>text { font: 12px sans-serif }</style>",
        "<title>95th percentile of a suggestion on all issues, by officials</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    parts += [
        f'<text x="{x(size):.0f}" y="{height - margin + 20}" text-anchor="middle">{size:,}</text>'
        for size in sizes
    ]
    mark = low
    while mark <= high * 1.01:
        parts.append(
            f'<path d="M{margin} {y(mark):.0f}H{width - margin}" stroke="#d0d5dd"/>'
            f'<text x="{margin - 6}" y="{y(mark) + 4:.0f}" text-anchor="end">{mark:g} ms</text>'
        )
        mark *= 10
    colours = {"bundled": "#175cd3", "neo4j": "#067647"}
    for name in dict.fromkeys(row.engine for row in rows):
        own = sorted((row for row in rows if row.engine == name), key=lambda row: row.size)
        for dashes, label, pick in (
            ("", "ours", [row.all_issues.ours[1] for row in own]),
            ("6 4", "naive", [row.all_issues.naive[1] for row in own]),
        ):
            points = " ".join(
                f"{x(row.size):.0f},{y(time):.0f}" for row, time in zip(own, pick, strict=True)
            )
            parts.append(
                f'<polyline points="{points}" fill="none" stroke="{colours[name]}" '
                f'stroke-width="2" stroke-dasharray="{dashes}"/>'
                f'<text x="{width - margin + 4}" y="{y(pick[-1]) + 4:.0f}" '
                f'fill="{colours[name]}">{label}</text>'
            )
    parts += [
        f'<text x="{margin + 90 * at}" y="24" fill="{colour}">{name}</text>'
        for at, (name, colour) in enumerate(colours.items())
    ]
    return "\n".join([*parts, "</svg>", ""])


def write(rows: list[Measured]) -> None:
    """Put the table into docs/bench.md, and the plot beside it."""
    (DOCS / "bench.svg").write_text(plot(rows))
    page = DOCS / "bench.md"
    before = page.read_text().split(_MARK)[0] if page.exists() else "# Benchmarks\n\n"
    page.write_text(f"{before}{_MARK}\n\n{table(rows)}\n\n![95th percentiles](bench.svg)\n")


_MARK = "<!-- written by `python -m benchmarks.peers --write` -->"


def _decade(time: float, *, up: bool) -> float:
    power = math.log10(time)
    return float(10 ** (math.ceil(power) if up else math.floor(power)))
