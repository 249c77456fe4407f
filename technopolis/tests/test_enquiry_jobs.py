"""What the clock does with enquiries: one run at a time, one failure stops no other, an alarm when it stops coming."""

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from media.jobs import only_run, overdue_jobs
from media.models import JobRun
from technopolis.models import Enquiry
from technopolis.tests.factories import SiteFactory

pytestmark = pytest.mark.django_db


def past_enquiry(site, name):
    yesterday = timezone.localdate() - timedelta(days=1)
    return Enquiry.objects.create(
        site=site, name=name, email="anna@example.org", message="?", consent_text="Согласие", kept_until=yesterday
    )


def run(name):
    output = io.StringIO()
    call_command(name, stdout=output)
    return output.getvalue().strip()


@pytest.mark.parametrize("job", ["purge_enquiries", "send_waiting_letters"])
def test_a_job_of_enquiries_runs_once_at_a_time_and_is_missed(job):
    with only_run(job):
        assert run(job) == "Already running."
    assert run(job) != "Already running."
    JobRun.objects.filter(name=job).update(finished_at=timezone.now() - timedelta(days=2))
    assert overdue_jobs() == [job]


def test_an_enquiry_that_cannot_be_erased_keeps_no_other_and_is_told(monkeypatch):
    site = SiteFactory()
    faulty, other = past_enquiry(site, "Анна"), past_enquiry(site, "Борис")
    erase = Enquiry.erase

    def failing(enquiry):
        if enquiry.pk == faulty.pk:
            raise OSError
        erase(enquiry)

    monkeypatch.setattr(Enquiry, "erase", failing)
    with pytest.raises(CommandError, match="Could not erase 1"):
        run("purge_enquiries")
    other.refresh_from_db()
    assert (other.name, JobRun.objects.get(name="purge_enquiries").finished_at) == ("", None)
