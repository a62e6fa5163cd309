"""The benchmark of speed gives every figure that it promises; how fast is for a quiet machine to say."""

from benchmarks import reading


def test_all_figures_are_measured(monkeypatch):
    monkeypatch.setattr(reading, "_fresh", lambda script: "0.5 0.25" if script is reading.LOADING else "400")
    monkeypatch.setattr(reading, "_spacy", lambda sentences, total: {})
    figures = reading.measure(None, 60)
    assert figures["words"] >= 60 and figures["subwords"] > figures["words"]
    assert all(value > 0 for value in figures.values())
    assert figures["load, s"] == 0.25 and figures["peak memory over 100,000 words, MB"] == 400
    assert {"reader, one core, words/s", "reader, two cores, words/s", "bare forward pass, one core, words/s"} <= set(figures)
