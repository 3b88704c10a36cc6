"""The addresses of the work room: the queues, giving work to others, cover for leave, the pool, the weekly report."""

from django.urls import path

from putright.web.views import assigning, cover, pool, rag_report, work

urlpatterns = [
    path("", work.my_work, name="my-work"),
    path("team/", work.team_work, name="team-work"),
    path("everything/", work.everything_due, name="everything-due"),
    path("filters/<slug:queue>/", work.save_filter, name="save-filter"),
    path("filters/<int:number>/remove/", work.remove_filter, name="remove-filter"),
    path("assign/", assigning.bulk_assign, name="bulk-assign"),
    path("cover/", cover.cover, name="cover"),
    path("cover/<int:number>/end/", cover.end, name="end-cover"),
    path("pool/", pool.pool, name="pool"),
    path("pool/add/", pool.member, name="add-pool-member"),
    path("pool/<int:number>/", pool.member, name="pool-member"),
    path("pool/<int:number>/leave/", pool.leave, name="leave-pool"),
    path("report/", rag_report.rag_report, name="rag-report"),
]
