using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class ScopesTests
{
    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run(Answer);

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.AddUp);
        Assert.True(operations.Completed > 0);
        Assert.True(operations.Failed > 0);
        Assert.Equal(0, lane.Metrics["orphansPerRequest"]);
        Assert.Equal(0, lane.Metrics["orphansPerFailedRequest"]);
    }

    [Fact]
    public void Children_that_outlive_their_request_are_counted_and_break_a_structured_lane()
    {
        var lane = Run(WithOrphans);

        AssertReports("children or their calls are alive after their request returned", lane);
        Assert.Equal(3, lane.Metrics["orphansPerRequest"]);
    }

    [Fact]
    public void Children_that_outlive_their_request_are_no_fault_of_an_unstructured_lane()
    {
        var lane = Run(WithOrphans, isStructured: false);

        Assert.Empty(lane.Violations);
        Assert.Equal(3, lane.Metrics["orphansPerFailedRequest"]);
    }

    [Fact]
    public void A_call_that_is_under_way_when_its_request_returns_is_an_orphan() =>
        AssertReports(
            "children or their calls are alive after their request returned",
            Run(request =>
            {
                request.Children[0].Begin();
                Answer(request);
            })
        );

    [Fact]
    public void A_child_that_starts_after_its_request_returned_is_an_orphan()
    {
        var lane = Run(request =>
        {
            Answer(request);
            using var late = request.Children[0].Enter();
        });

        AssertReports("children or their calls are alive after their request returned", lane);
        Assert.Equal(1, lane.Metrics["orphansPerRequest"]);
    }

    [Fact]
    public void Siblings_of_a_failed_child_that_run_to_their_end_break_a_structured_lane()
    {
        var lane = Run(ToTheEnd);

        AssertReports("nearly all siblings of a failed child went on to their end", lane);
        Assert.True(lane.Metrics["callsAfterStopPerFailedRequest"] > 7);
        Assert.Empty(Run(ToTheEnd, isStructured: false).Violations);
    }

    [Fact]
    public void Children_that_run_to_their_end_although_their_caller_has_gone_break_a_structured_lane()
    {
        Action<ScopeRequest> toTheEnd = request =>
        {
            WaitForCallerToGo(request);
            foreach (var child in request.Children)
            {
                RunOn(child);
            }

            request.GiveUp();
        };

        AssertReports(
            "nearly all children whose caller had gone went on to their end",
            Run(toTheEnd, faultyPercent: 0, cancelledPercent: 100)
        );
    }

    [Fact]
    public void Children_that_stop_when_their_caller_has_gone_are_no_fault()
    {
        var lane = Run(
            request =>
            {
                WaitForCallerToGo(request);
                request.GiveUp();
            },
            faultyPercent: 0,
            cancelledPercent: 100
        );

        Assert.Empty(lane.Violations);
        Assert.Equal(0, lane.Metrics["callsAfterStopPerFailedRequest"]);
    }

    [Fact]
    public void A_lost_result_is_reported() =>
        AssertReports(
            "a child's result is lost or counted twice",
            Run(request => Answer(request, request.Children.Skip(1)))
        );

    [Fact]
    public void A_result_counted_twice_is_reported() =>
        AssertReports(
            "a child's result is lost or counted twice",
            Run(request => Answer(request, request.Children.Append(request.Children[0])))
        );

    [Fact]
    public void A_failure_that_is_hushed_up_is_reported() =>
        AssertReports(
            "a request succeeded although a child failed",
            Run(request => request.Succeed(request.Children.Sum(child => child.Result)))
        );

    [Fact]
    public void A_request_that_fails_without_need_is_reported() =>
        AssertReports("a request failed although no child did", Run(request => request.Fail()));

    [Fact]
    public void A_request_given_up_while_its_caller_waits_is_reported() =>
        AssertReports("a request was given up although its caller waited", Run(request => request.GiveUp()));

    [Fact]
    public void A_request_that_returns_twice_is_reported() =>
        AssertReports(
            "a request returned twice",
            Run(request =>
            {
                Answer(request);
                Answer(request);
            })
        );

    [Fact]
    public void A_request_that_never_returns_is_reported_and_does_not_add_up()
    {
        var answered = 0;
        var lane = Run(request =>
        {
            if (answered++ != 5)
            {
                Answer(request);
            }
        });

        AssertReports("a request did not return", lane);
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    private static void Answer(ScopeRequest request) => Answer(request, request.Children);

    // The children take turns, a call each; the first failure stops all.
    private static void Answer(ScopeRequest request, IEnumerable<ScopeChild> children)
    {
        if (TryRun(request))
        {
            request.Succeed(children.Sum(child => child.Result));
        }
        else
        {
            request.Fail();
        }
    }

    private static bool TryRun(ScopeRequest request)
    {
        try
        {
            var running = request.Children.ToList();
            while (running.Count > 0 && !request.Cancellation.IsCancellationRequested)
            {
                running.RemoveAll(child => !GoesOn(child));
            }

            return running.Count == 0;
        }
        catch (ChildFaultException)
        {
            return false;
        }
    }

    private static bool GoesOn(ScopeChild child)
    {
        child.Begin();
        return child.Take();
    }

    private static void RunOn(ScopeChild child)
    {
        try
        {
            while (GoesOn(child)) { }
        }
        catch (ChildFaultException) { }
    }

    private static void WithOrphans(ScopeRequest request)
    {
        ScopeChild[] orphans = [.. request.Children.Take(3)];
        Array.ForEach(orphans, child => child.Started());
        Answer(request);
        Array.ForEach(orphans, child => child.Ended());
    }

    private static void WaitForCallerToGo(ScopeRequest request) =>
        SpinWait.SpinUntil(() => request.Children.All(child => child.WasToBeStopped));

    // As if nobody told the siblings: the one that fails comes first.
    private static void ToTheEnd(ScopeRequest request)
    {
        if (TryRun(request))
        {
            request.Succeed(request.Children.Sum(child => child.Result));
            return;
        }

        foreach (var child in request.Children.Where(child => child.WasToBeStopped))
        {
            RunOn(child);
        }

        request.Fail();
    }

    private static void AssertReports(string violation, OneByOne lane) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    private static OneByOne Run(
        Action<ScopeRequest> serve,
        bool isStructured = true,
        int faultyPercent = 30,
        int cancelledPercent = 0
    ) =>
        Trial.Run(
            new OneByOne(serve, isStructured)
            {
                Parameters = new()
                {
                    RequestsPerSecond = 1_000,
                    FaultyPercent = faultyPercent,
                    CancelledPercent = cancelledPercent,
                    WarmUpMilliseconds = 0,
                    MeasuredMilliseconds = 50,
                },
            }
        );

    /// <summary>A lane without concurrency: how it serves a request is told to it.</summary>
    private sealed class OneByOne(Action<ScopeRequest> serve, bool isStructured) : Scopes
    {
        protected override bool IsStructured => isStructured;

        protected override TimeSpan Grace => TimeSpan.FromMilliseconds(100);

        protected override void Open() { }

        protected override void Admit(ScopeRequest request) => serve(request);

        protected override void Close() { }
    }
}
