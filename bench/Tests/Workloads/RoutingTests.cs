using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class RoutingTests
{
    [Fact]
    public void A_correct_lane_has_nothing_to_report_and_fails_nothing_outside_the_faulty_unit()
    {
        var lane = Run((lane, item) => lane.Serve(item));

        Assert.Empty(lane.Violations);
        Assert.Equal(0, lane.Metrics["failedOutsideFaultyUnitCalls"]);
        Assert.Equal(0, lane.Metrics["lostCalls"]);
        Assert.True(lane.Metrics["failedCalls"] > 0);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.AddUp);
        Assert.True(operations.Failed >= 2);
    }

    [Fact]
    public void A_lane_without_faults_completes_everything()
    {
        var lane = Run((lane, item) => lane.Serve(item), faultyPercent: 0);

        Assert.Empty(lane.Violations);
        Assert.Equal(Trial.OperationsOf(lane).Intended, Trial.OperationsOf(lane).Completed);
        Assert.DoesNotContain("recoveryMilliseconds", lane.Metrics.Keys);
    }

    [Fact]
    public void A_lost_event_is_reported_and_does_not_add_up()
    {
        var lane = Run(
            (lane, item) =>
            {
                if (!IsVictim(item, CallEventKind.HangUp))
                {
                    lane.Serve(item);
                }
            },
            faultyPercent: 0
        );

        AssertReports("events lost: expected 0, found 1", lane);
        AssertReports("calls that neither ended nor failed: expected 0, found 1", lane);
        Assert.Equal(1, lane.Metrics["lostCalls"]);
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void An_event_handled_twice_is_reported() =>
        AssertReports(
            "events ended twice: expected 0, found 1",
            Run(
                (lane, item) =>
                {
                    lane.Serve(item);
                    if (IsVictim(item, CallEventKind.Setup))
                    {
                        lane.Serve(item);
                    }
                },
                faultyPercent: 0
            )
        );

    [Fact]
    public void Events_of_a_call_out_of_order_are_reported()
    {
        CallEvent? held = null;
        var lane = Run(
            (lane, item) =>
            {
                if (held is null && IsVictim(item, CallEventKind.Update))
                {
                    held = item;
                    return;
                }

                lane.Serve(item);
                if (held?.Call == item.Call && held != item)
                {
                    lane.Serve(held);
                    held = item;
                }
            },
            faultyPercent: 0
        );

        AssertReports("the events of a call are out of order", lane);
        AssertReports("the state of a call differs from the sequential oracle's", lane);
    }

    [Fact]
    public void A_corrupted_state_is_reported() =>
        AssertReports(
            "the state of a call differs from the sequential oracle's",
            Run(
                (lane, item) =>
                    lane.Serve(
                        IsVictim(item, CallEventKind.Setup) ? item with { Value = item.Value + 1 } : item
                    ),
                faultyPercent: 0
            )
        );

    [Fact]
    public void A_handler_replaced_without_need_fails_calls_outside_the_faulty_unit()
    {
        var lane = Run(
            (lane, item) =>
            {
                lane.Serve(item);
                if (IsVictim(item, CallEventKind.Setup))
                {
                    lane.Replace(item.Handler);
                }
            },
            faultyPercent: 0
        );

        Assert.Empty(lane.Violations);
        Assert.True(lane.Metrics["failedOutsideFaultyUnitCalls"] > 0);
    }

    [Fact]
    public void A_handler_that_is_not_replaced_after_its_fault_is_reported() =>
        AssertReports(
            "handlers replaced after a fault: expected 4, found 0",
            Run(
                (lane, item) =>
                {
                    if (item.Fault == HandlerFault.None)
                    {
                        lane.Serve(item);
                    }
                }
            )
        );

    [Fact]
    public void A_handler_that_is_replaced_and_never_serves_again_is_reported()
    {
        var replaced = new HashSet<int>();
        var lane = Run(
            (lane, item) =>
            {
                if (replaced.Contains(item.Handler))
                {
                    return;
                }

                lane.Serve(item);
                if (item.Fault != HandlerFault.None)
                {
                    replaced.Add(item.Handler);
                }
            }
        );

        AssertReports("handlers that served again after a fault: expected 4, found 0", lane);
        Assert.DoesNotContain("recoveryMilliseconds", lane.Metrics.Keys);
    }

    [Fact]
    public void Recovery_ends_when_the_first_event_after_the_fault_has_been_served()
    {
        var isLate = new HashSet<int>();
        var late = TimeSpan.FromMilliseconds(3);
        var lane = Run(
            (lane, item) =>
            {
                if (isLate.Remove(item.Handler))
                {
                    Thread.Sleep(late);
                }

                lane.Serve(item);
                if (item.Fault != HandlerFault.None)
                {
                    isLate.Add(item.Handler);
                }
            }
        );

        Assert.True(lane.Metrics["recoveryMilliseconds"] >= late.TotalMilliseconds);
    }

    [Fact]
    public void Waiting_for_something_to_serve_is_no_recovery()
    {
        var recovery = new Recovery(HandlerFault.Crash, BrokenAt: 100, ReadyAt: 150, s_first);
        var books = new CallBooks(new CallPlan(1, new()), () => { });
        books.Refused(s_first);
        var servedAt = books.EndedAt(0)!.Value;

        Assert.Equal(servedAt - 100, recovery.Took(books, [120]));
        Assert.Equal(servedAt - 100 - 850, recovery.Took(books, [1_000]));
        Assert.Null((recovery with { FirstServed = null }).Took(books, [120]));
    }

    [Fact]
    public void Handlers_that_share_a_unit_fail_together_and_only_the_faulty_one_counts_as_recovered()
    {
        var lane = Run((lane, item) => lane.Serve(item), faultyPercent: 25, handlersPerUnit: 4);

        Assert.Empty(lane.Violations);
        Assert.True(lane.Metrics["failedOutsideFaultyUnitCalls"] > 0);
        Assert.Contains("recoveryMilliseconds", lane.Metrics.Keys);
    }

    [Fact]
    public void The_neighbours_p99_is_of_events_whose_handlers_have_no_fault()
    {
        Assert.Contains(
            "neighbourP99Milliseconds",
            Run((lane, item) => lane.Serve(item), faultyPercent: 25).Metrics.Keys
        );
        Assert.DoesNotContain(
            "neighbourP99Milliseconds",
            Run((lane, item) => lane.Serve(item), faultyPercent: 100).Metrics.Keys
        );
    }

    [Fact]
    public void A_fault_that_is_hushed_up_is_reported() =>
        AssertReports(
            "a call ended although the handler that knew it is no more",
            Run((lane, item) => lane.Serve(item with { Fault = HandlerFault.None }))
        );

    private static readonly CallEvent s_first = new CallPlan(1, new()).Events[0];

    private static bool IsVictim(CallEvent item, CallEventKind kind) => item.Call == 3 && item.Kind == kind;

    private static void AssertReports(string violation, OneByOne lane) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    private static OneByOne Run(
        Action<OneByOne, CallEvent> serve,
        int faultyPercent = 100,
        int handlersPerUnit = 1
    ) =>
        Trial.Run(
            new OneByOne(serve)
            {
                Parameters = new()
                {
                    Handlers = 4,
                    HandlersPerUnit = handlersPerUnit,
                    FaultyPercent = faultyPercent,
                    GapMilliseconds = 4,
                    WorkRounds = 1,
                    WarmUpMilliseconds = 0,
                    MeasuredMilliseconds = 80,
                },
            }
        );

    /// <summary>A lane without concurrency: how it serves an event is told to it.</summary>
    private sealed class OneByOne(Action<OneByOne, CallEvent> serve) : Routing
    {
        private readonly UnitHandlers[] _units = new UnitHandlers[4];

        public void Serve(CallEvent item)
        {
            try
            {
                if (_units[UnitOf(item)].HangsOn(item))
                {
                    Replace(UnitOf(item));
                }
                else
                {
                    _units[UnitOf(item)].Handle(item);
                }
            }
            catch (HandlerCrashException)
            {
                Replace(UnitOf(item));
            }
        }

        public void Replace(int unit) => _units[unit] = TakeOver(unit);

        protected override TimeSpan Grace => TimeSpan.FromMilliseconds(100);

        protected override void Open()
        {
            for (var unit = 0; unit < UnitCount; unit++)
            {
                Replace(unit);
            }
        }

        protected override void Route(CallEvent item) => serve(this, item);

        protected override void Close() { }
    }
}
