import os
import stat

import pytest

from nlp.commands._output import open_output
from nlp.errors import OptionError


def test_none_and_dash_are_standard_output(capsys):
    for path in (None, "-"):
        with open_output(path) as stream:
            stream.write("é\n")
    assert capsys.readouterr().out == "é\né\n"


def test_a_file_is_whole_utf8_with_newlines_as_written(tmp_path):
    place = tmp_path / "out.jsonl"
    with open_output(place) as stream:
        stream.write("“é”\n")
        assert not place.exists()
    assert place.read_bytes() == "“é”\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failed_run_leaves_the_older_file_and_nothing_else(tmp_path, error):
    place = tmp_path / "out.txt"
    place.write_text("old", encoding="utf-8")
    with pytest.raises(error), open_output(place) as stream:
        stream.write("new")
        raise error
    assert place.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_a_missing_folder_and_a_folder_are_told_in_one_line(tmp_path):
    for path, word in ((tmp_path / "no" / "out.txt", "does not exist"), (tmp_path, "a folder")):
        with pytest.raises(OptionError, match=word), open_output(path):
            pass


@pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
def test_permissions_and_links_are_kept(tmp_path):
    place, link = tmp_path / "real.txt", tmp_path / "link.txt"
    place.write_text("old", encoding="utf-8")
    place.chmod(0o640)
    link.symlink_to(place)
    with open_output(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert place.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="umask of POSIX")
def test_a_new_file_gets_the_usual_permissions(tmp_path):
    with open_output(tmp_path / "a") as stream:
        stream.write("x")
    (tmp_path / "b").write_text("x", encoding="utf-8")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode
