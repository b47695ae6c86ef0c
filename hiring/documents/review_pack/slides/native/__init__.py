"""Charts that PowerPoint draws itself and lets be edited: DrawingML and the workbook that it opens for the data."""

from __future__ import annotations

from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE

from hiring.documents.review_pack.slides.native import bars, scatter, workbook
from hiring.documents.review_pack.slides.plot import Chart, Plot

KIND = XL_CHART_TYPE.XY_SCATTER


class Native(ChartData):
    """A chart for `shapes.add_chart`: its own XML, and a workbook in which no text is a formula."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._chart = chart

    def xml_bytes(self, chart_type: XL_CHART_TYPE) -> bytes:
        """The chart as DrawingML. Raises ValueError for another kind than `KIND`, which all of them go by."""
        if chart_type is not KIND:
            raise ValueError(f"a chart goes by {KIND}, not by {chart_type}")
        xml = scatter.xml(self._chart) if isinstance(self._chart, Plot) else bars.xml(self._chart)
        return xml.encode()

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook that opens where somebody edits the data."""
        return workbook.of(self._chart)
