using Bench.Measurement.Clocks;
using Bench.Measurement.Load;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class SessionsTests
{
    private const long Victim = 7;

    [Fact]
    public void A_page_begins_with_the_user_and_ends_with_what_needs_all_others()
    {
        var plan = new PagePlan(5);

        Assert.Equal((5, 4), (plan.Parts, plan.Last));
        Assert.Empty(plan.Needs(PagePlan.First));
        Assert.All([1, 2, 3], part => Assert.Equal([0], plan.Needs(part)));
        Assert.Equal([1, 2, 3], plan.Needs(plan.Last));
        Assert.Equal([1, 2, 3], plan.NeededBy(0));
        Assert.All([1, 2, 3], part => Assert.Equal([4], plan.NeededBy(part)));
    }

    [Fact]
    public void Parts_are_ready_when_the_last_thing_they_miss_is_there()
    {
        var page = NewPage();

        Assert.Equal([1, 2, 3], page.ReadyAfter(0));
        Assert.Empty(page.ReadyAfter(2));
        Assert.Empty(page.ReadyAfter(1));
        Assert.Equal([4], page.ReadyAfter(3));
        Assert.Empty(page.ReadyAfter(4));
    }

    [Fact]
    public void The_order_of_parts_that_do_not_need_each_other_makes_no_difference() =>
        Assert.Equal(Fetch(NewPage(), 0, 1, 2, 3, 4).Content, Fetch(NewPage(), 0, 3, 1, 2, 4).Content);

    [Fact]
    public void A_page_without_one_of_its_parts_has_another_content()
    {
        var page = Fetch(NewPage(), 0, 1, 3, 4);

        Assert.NotEqual(Fetch(NewPage(), 0, 1, 2, 3, 4).Content, page.Content);
        Assert.Equal((1, 1), (page.PartsNotOnce, page.PartsTooEarly));
    }

    [Fact]
    public void Different_requests_have_different_pages() =>
        Assert.NotEqual(
            Fetch(NewPage(number: 1), 0, 1, 2, 3, 4).Content,
            Fetch(NewPage(number: 2), 0, 1, 2, 3, 4).Content
        );

    [Fact]
    public void Service_times_are_seeded_and_lie_between_a_half_and_one_and_a_half_of_their_mean()
    {
        var (lane, again) = (new OneByOne((_, _, _) => { }), new OneByOne((_, _, _) => { }));
        var times = Enumerable.Range(0, 1_000).Select(number => lane.TimesOf(number)).ToList();

        Assert.Equal(times[3], again.TimesOf(3));
        Assert.All(times, of => Assert.InRange(of[0].TotalMilliseconds, 5, 15));
        Assert.All(times, of => Assert.InRange(of[PagePlan.Slow].TotalMilliseconds, 10, 30));
        Assert.InRange(times.Average(of => of[2].TotalMilliseconds), 9.7, 10.3);
        Assert.InRange(times.Average(of => of[PagePlan.Slow].TotalMilliseconds), 19.4, 20.6);
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Trial.Run(new OneByOne(Serve));

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Completed > 0);
        Assert.Equal(operations.Intended, operations.Completed);
    }

    [Fact]
    public void A_part_that_is_left_out_is_reported() =>
        Reports("parts not fetched exactly once", (lane, call) => lane.Reply(call, 0, 1, 3, 4));

    [Fact]
    public void A_part_that_is_fetched_twice_is_reported() =>
        Reports("parts not fetched exactly once", (lane, call) => lane.Reply(call, 0, 1, 2, 2, 3, 4));

    [Fact]
    public void A_part_that_is_fetched_too_early_is_reported() =>
        Reports("parts fetched before what they need", (lane, call) => lane.Reply(call, 1, 0, 2, 3, 4));

    [Fact]
    public void A_page_made_of_what_was_not_known_yet_is_reported() =>
        Reports(
            "a page differs from the sequential oracle's",
            (lane, call) => lane.Reply(call, 0, 1, 2, 4, 3)
        );

    [Fact]
    public void The_page_of_another_is_reported()
    {
        Page? before = null;
        Trial
            .Run(
                new OneByOne(
                    (lane, call, page) =>
                    {
                        Fetch(page, 0, 1, 2, 3, 4);
                        call.Complete(call.Request.Number == Victim ? before! : page);
                        before = page;
                    }
                )
            )
            .MustReport("a caller got the page of another");
    }

    [Fact]
    public void A_page_that_never_comes_is_reported() =>
        Trial
            .Run(
                new OneByOne((_, _, _) => { })
                {
                    Parameters = Short(backendLimit: 64, deadlineMilliseconds: 50),
                }
            )
            .MustReport("answers to admitted calls");

    [Fact]
    public void A_page_that_comes_twice_is_reported() =>
        Reports(
            "calls answered twice",
            (lane, call) =>
            {
                lane.Reply(call, 0, 1, 2, 3, 4);
                lane.Reply(call, 0, 1, 2, 3, 4);
            }
        );

    [Fact]
    public void A_lane_beyond_the_limit_of_backend_calls_is_reported() =>
        Trial.Run(new Unlimited()).MustReport("more backend calls at once");

    [Fact]
    public void A_lane_that_holds_more_pages_than_its_bound_is_reported() =>
        Trial
            .Run(
                new OneByOne((_, _, _) => { })
                {
                    Parameters = Short(backendLimit: 64, deadlineMilliseconds: 50) with { PageBound = 3 },
                }
            )
            .MustReport("more pages held at once");

    [Fact]
    public void A_lane_that_refuses_a_page_although_there_is_room_is_reported() =>
        Trial
            .Run(new OneByOne((_, _, _) => { }) { Refuses = true })
            .MustReport("a page was refused although there was room");

    [Fact]
    public void Parts_asked_for_after_the_pages_deadline_are_reported() =>
        Late((page, part) => page.Begin(part))
            .MustReport("most of what late pages still lacked was asked for after their deadline");

    [Fact]
    public void Parts_that_are_not_asked_for_after_the_pages_deadline_are_no_fault()
    {
        var lane = Late((_, _) => { });

        Assert.Empty(lane.Violations);
        Assert.Equal(Trial.OperationsOf(lane).Intended, Trial.OperationsOf(lane).TimedOut);
    }

    // Each page has its first part in time and is late with the others.
    private static OneByOne Late(Action<Page, int> fetch) =>
        Trial.Run(
            new OneByOne(
                (_, call, page) =>
                {
                    Fetch(page, 0);
                    SpinWait.SpinUntil(() => SystemClock.Timestamp > call.IntendedAt + 5_000_000);
                    for (var part = 1; part < page.Parts; part++)
                    {
                        fetch(page, part);
                    }

                    call.Abandon();
                }
            )
            {
                Parameters = Short(backendLimit: 64, deadlineMilliseconds: 5),
            }
        );

    private static Page NewPage(long number = 1) =>
        new(new PagePlan(5), new PageRequest(number, new TimeSpan[5]));

    private static Page Fetch(Page page, params int[] parts)
    {
        foreach (var part in parts)
        {
            page.Begin(part);
            page.End(part);
        }

        return page;
    }

    private static void Serve(OneByOne lane, Call<PageRequest, Page> call, Page page) =>
        call.Complete(Fetch(page, 0, 1, 2, 3, 4));

    private static void Reports(string violation, Action<OneByOne, Call<PageRequest, Page>> handleVictim) =>
        Trial
            .Run(
                new OneByOne(
                    (lane, call, page) =>
                    {
                        if (call.Request.Number == Victim)
                        {
                            handleVictim(lane, call);
                        }
                        else
                        {
                            Serve(lane, call, page);
                        }
                    }
                )
            )
            .MustReport(violation);

    // A busy machine stalls for longer than a page takes here, so only who waits in vain has a short deadline.
    private static SessionsParameters Short(int backendLimit, int deadlineMilliseconds = 30_000) =>
        new()
        {
            Parts = 5,
            RatePerSecond = 500,
            BackendLimit = backendLimit,
            DeadlineMilliseconds = deadlineMilliseconds,
            WarmUpMilliseconds = 10,
            MeasuredMilliseconds = 100,
        };

    /// <summary>A lane without concurrency: whatever it does wrong is told to it.</summary>
    private sealed class OneByOne : TestLane
    {
        private readonly Action<OneByOne, Call<PageRequest, Page>, Page> _handle;

        public OneByOne(Action<OneByOne, Call<PageRequest, Page>, Page> handle)
        {
            _handle = handle;
            Parameters = Short(backendLimit: 64);
        }

        public bool Refuses { get; init; }

        public IReadOnlyList<TimeSpan> TimesOf(long number) => Request(number).ServiceTimes;

        public void Reply(Call<PageRequest, Page> call, params int[] parts) =>
            call.Complete(Fetch(NewPage(call.Request), parts));

        protected override bool TryAdmit(Call<PageRequest, Page> call)
        {
            if (Refuses)
            {
                return false;
            }

            _handle(this, call, NewPage(call.Request));
            return true;
        }
    }

    /// <summary>A lane that fetches the parts of a page at once, whatever the limit.</summary>
    private sealed class Unlimited : TestLane
    {
        private readonly List<Task> _tasks = [];

        public Unlimited() => Parameters = Short(backendLimit: 1);

        protected override bool TryAdmit(Call<PageRequest, Page> call)
        {
            _tasks.Add(Task.Run(() => HandleAsync(call)));
            return true;
        }

        protected override void Close() => Task.WaitAll(_tasks);

        private async Task HandleAsync(Call<PageRequest, Page> call)
        {
            var page = NewPage(call.Request);
            await FetchAsync(page, 0);
            await Task.WhenAll(FetchAsync(page, 1), FetchAsync(page, 2), FetchAsync(page, 3));
            await FetchAsync(page, 4);
            Answer(call, page);
        }

        private async Task FetchAsync(Page page, int part)
        {
            await Backend.CallAsync(page.Begin(part));
            page.End(part);
        }
    }

    private abstract class TestLane : Sessions
    {
        public void MustReport(string violation) =>
            Assert.Contains(Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

        protected override void Open() { }

        protected override void Close() { }
    }
}
