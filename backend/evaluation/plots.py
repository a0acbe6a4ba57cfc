"""The curves as SVG: NDCG against Gini as a cap tightens, the engine's above all."""

from collections.abc import Mapping, Sequence
from html import escape

from backend.evaluation.curve import Point
from backend.evaluation.report import ENGINE, Result

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 60, 230, 40, 50
COLOURS = (
    "#667085", "#b54708", "#067647", "#6941c6", "#c11574", "#0e7090", "#4d7c0f", "#b42318",
)  # fmt: skip
ENGINE_COLOUR = "#175cd3"
LEGEND_STEP = 20


def plot(title: str, results: Mapping[str, Result]) -> str:
    """An SVG of the curves of one kind of question; baselines on topic are dashed."""
    highest = max(point.ndcg for result in results.values() for point in result.points)
    top = max(0.05, -(-highest // 0.05) * 0.05)

    def x(gini: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * gini

    def y(ndcg: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * ndcg / top

    def path(points: Sequence[Point]) -> str:
        return " ".join(f"{x(point.gini):.1f},{y(point.ndcg):.1f}" for point in points)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        "<style>text { font: 12px sans-serif; fill: #344054 }</style>",
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="22" style="font-weight: 600">{escape(title)}</text>',
        _axis((LEFT + WIDTH - RIGHT) / 2),
    ]
    for step in range(6):
        gini, ndcg = step / 5, top * step / 5
        parts.append(
            f'<path d="M{LEFT} {y(ndcg):.1f}H{WIDTH - RIGHT}" stroke="#e4e7ec"/>'
            f'<text x="{LEFT - 6}" y="{y(ndcg) + 4:.1f}" text-anchor="end">{ndcg:.2f}</text>'
            f'<text x="{x(gini):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">'
            f"{gini:.1f}</text>"
        )
    for at, (name, result) in enumerate(_last_engine(results)):
        colour, dashes, width = _style(name, at, len(results))
        row = TOP + 8 + LEGEND_STEP * at
        line = WIDTH - RIGHT + 14
        stroke = f'stroke="{colour}" stroke-width="{width}" stroke-dasharray="{dashes}"'
        parts += [
            f'<polyline points="{path(result.points)}" fill="none" {stroke}/>',
            *(
                f'<circle cx="{x(point.gini):.1f}" cy="{y(point.ndcg):.1f}" r="{width}" '
                f'fill="{colour}"/>'
                for point in result.points
            ),
            f'<path d="M{line} {row}h22" {stroke}/>',
            f'<text x="{line + 28}" y="{row + 4}">{escape(name.replace("_", " "))}</text>',
        ]
    return "\n".join([*parts, "</svg>", ""])


def _axis(middle: float) -> str:
    where = f'x="{middle:.0f}" y="{HEIGHT - 12}" text-anchor="middle"'
    return f"<text {where}>Gini of exposure (0: everybody is shown as often)</text>"


def _last_engine(results: Mapping[str, Result]) -> list[tuple[str, Result]]:
    """The engine's curve is drawn over the others."""
    return sorted(results.items(), key=lambda named: named[0] == ENGINE)


def _style(name: str, at: int, among: int) -> tuple[str, str, float]:
    if name == ENGINE:
        return ENGINE_COLOUR, "", 3.0
    half = (among - 1) // 2
    return COLOURS[at % half % len(COLOURS)], "4 3" if at >= half else "", 1.5
