"""Where the repository keeps its things, found from the package, whatever the working directory."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "data" / "articles"
KNOWLEDGE = ROOT / "data" / "knowledge"
LEXICONS = ROOT / "data" / "lexicons"
MODELS = ROOT / "data" / "models"
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"
