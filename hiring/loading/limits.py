"""How much the reader accepts before it says no; each number with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds that keep a hostile or broken file from costing unbounded time or memory."""

    max_file_gb: float = 20.0  # a hundred million deals are about 8 GB; more is no export of one company
    max_columns: int = 500  # the widest vendor exports seen have about 250
    max_field_characters: int = 65_536  # a comment of 20 pages; anything longer is a broken quote
    max_row_characters: int = 1_000_000  # DuckDB's strict read takes lines of up to 2 MB
    max_line_bytes: int = 32 * 1024 * 1024  # 500 columns of 64 kB; a longer line is no table
    header_search_rows: int = 30  # title and summary rows seen above a header: at most 12
    max_gzip_ratio: float = 250.0  # exports pack 5 to 30 times; bombs 1,000 times
    max_workbook_parts: int = 2_000  # entries of the zip archive; a workbook of 100 sheets has some 400
    max_workbook_ratio: float = 100.0  # the XML of a large sheet packs 10 to 40 times
    max_workbook_gb: float = 8.0  # all parts unpacked; a full sheet of 50 columns has about 3
    max_shared_gb: float = 0.25  # the texts that cells share, all held in memory; a full sheet has some 0.1
    max_cell_text_gb: float = (
        0.25  # texts of a workbook's cells, or so many times all its parts: cells share texts,
    )
    max_cell_text_ratio: float = 20.0  # and one of a page that stands in each of 100,000 rows makes it 5
    max_set_aside: int = 1_000_000  # rows kept with their reasons; beyond that the file is refused

    @property
    def max_file_bytes(self) -> int:
        """The largest file read, in bytes, packed or unpacked."""
        return int(self.max_file_gb * 1_000_000_000)

    def most_cell_text(self, unpacked: int) -> int:
        """The most characters that all cells of a workbook may hold, whose parts are so many bytes unpacked."""
        return int(max(self.max_cell_text_gb * 1_000_000_000, self.max_cell_text_ratio * unpacked))
