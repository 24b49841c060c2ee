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

        AssertReports("children are alive after their request returned", lane);
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

    private static void Answer(ScopeRequest request, IEnumerable<ScopeChild> children)
    {
        if (request.Children.Any(child => child.FailsAt is not null))
        {
            request.Fail();
        }
        else
        {
            request.Succeed(children.Sum(child => child.Result));
        }
    }

    private static void WithOrphans(ScopeRequest request)
    {
        for (var child = 0; child < 3; child++)
        {
            request.Started();
        }

        Answer(request);
        for (var child = 0; child < 3; child++)
        {
            request.Ended();
        }
    }

    private static void AssertReports(string violation, OneByOne lane) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    private static OneByOne Run(Action<ScopeRequest> serve, bool isStructured = true) =>
        Trial.Run(
            new OneByOne(serve, isStructured)
            {
                Parameters = new()
                {
                    RequestsPerSecond = 1_000,
                    FaultyPercent = 30,
                    CancelledPercent = 0,
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
