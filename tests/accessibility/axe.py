"""Runs axe-core in a page and tells its findings in lines."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def install_axe(page: Page) -> None:
    """Bring axe into every page opened from now on, past the page's own policy on scripts."""
    page.add_init_script(path=AXE)


def violations(page: Page, exclude: str | None = None, include: str = "html") -> list[str]:
    """Return each violation on the page with the elements it is about; ``exclude`` selects what is not ours."""
    context = {"exclude": [exclude]} if exclude else {"include": [include]}
    result = page.evaluate("([context, tags]) => axe.run(context, {runOnly: tags})", [context, RULES])
    assert result["passes"], "axe has checked nothing"
    return [
        f"{violation['id']}: {violation['help']} — {node['target']} {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
