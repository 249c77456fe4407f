import json

from hypothesis import given
from hypothesis import strategies as st

from portal.core.templatetags.structured_data import json_ld


@given(st.dictionaries(st.text(), st.text()))
def test_any_text_stays_inside_the_script_and_reads_back(data):
    text = json_ld(data)
    assert json.loads(text) == data
    assert not set(text) & {"<", ">", "&", "\u2028", "\u2029"}


def test_a_closing_tag_can_not_end_the_script():
    assert json_ld({"name": "</script><!--"}) == '{"name":"\\u003C/script\\u003E\\u003C!--"}'
