using Bench.Measurement.Load;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

using ScenarioCall = Call<ScenarioRequest, ScenarioReply>;

/// <summary>Lanes of a scenario that are wrong on purpose are reported.</summary>
public sealed class ScenarioTests
{
    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Trial.Run(new OneByOne((lane, call) => lane.Serve(call)));

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Completed > 0);
        Assert.True(operations.Failed > 0);
        Assert.True(lane.Metrics["retriesPerRequest"] > 0.1);
    }

    [Fact]
    public void A_call_that_is_left_out_is_reported() =>
        Reports("calls tried too few times", (lane, call) => lane.Serve(call, calls: 1));

    [Fact]
    public void A_call_that_is_not_tried_again_is_reported() =>
        Reports("calls tried too few times", (lane, call) => lane.Serve(call, mostTries: 1));

    [Fact]
    public void A_call_that_is_tried_once_more_is_reported() =>
        Reports(
            "calls tried too many times",
            (lane, call) =>
            {
                lane.Ask(call.Request, 0, mostTries: 1);
                lane.Serve(call);
            }
        );

    [Fact]
    public void A_try_that_the_backend_never_saw_is_reported() =>
        Reports(
            "backend calls made for the tries of all requests",
            (_, call) =>
            {
                call.Request.Begin(0);
                call.Fail();
            }
        );

    [Fact]
    public void A_request_that_completes_although_a_call_failed_is_reported() =>
        Reports(
            "requests completed although a call failed for good",
            (lane, call) =>
            {
                lane.AskAll(call.Request);
                lane.Complete(call);
            }
        );

    [Fact]
    public void A_request_that_fails_although_no_call_did_is_reported() =>
        Reports(
            "requests failed although no call did",
            (lane, call) =>
            {
                lane.AskAll(call.Request);
                call.Fail();
            }
        );

    [Fact]
    public void Work_that_is_left_out_is_reported() =>
        Reports(
            "a request's work was left out or came to something else",
            (lane, call) => lane.IfItSucceeds(call, () => call.Complete(lane.Update(call.Request)))
        );

    [Fact]
    public void An_update_that_is_left_out_is_reported() =>
        Reports(
            "a reply speaks of an update that its request did not make",
            (lane, call) => lane.IfItSucceeds(call, () => lane.Reply(call, new(call.Request.Key, 1)))
        );

    [Fact]
    public void An_update_of_another_key_is_reported() =>
        Reports(
            "a key's count differs from the requests that updated it",
            (lane, call) =>
                lane.IfItSucceeds(
                    call,
                    () => lane.Reply(call, lane.Update(call.Request, key: 1 - call.Request.Key))
                )
        );

    [Fact]
    public void An_update_made_twice_is_reported() =>
        Reports(
            "a request updated the state twice",
            (lane, call) =>
                lane.IfItSucceeds(
                    call,
                    () =>
                    {
                        lane.Update(call.Request);
                        lane.Reply(call, lane.Update(call.Request));
                    }
                )
        );

    [Fact]
    public void A_count_that_two_callers_are_told_is_reported() =>
        Reports(
            "counts that were told to one caller only",
            (lane, call) =>
                lane.IfItSucceeds(call, () => lane.Reply(call, lane.Update(call.Request) with { Count = 1 }))
        );

    [Fact]
    public void An_update_for_a_request_that_failed_is_reported() =>
        Reports(
            "failed requests that updated the state",
            (lane, call) =>
            {
                lane.Update(call.Request);
                lane.AskAll(call.Request);
                call.Fail();
            }
        );

    [Fact]
    public void A_call_that_blocks_but_holds_no_thread_is_reported() =>
        Reports(
            "a call that blocks was made without holding a thread",
            (lane, call) => lane.ServeWithoutThread(call)
        );

    [Fact]
    public void An_answer_that_never_comes_is_reported() =>
        Trial
            .Run(new OneByOne((_, _) => { }) { Parameters = Small with { DeadlineMilliseconds = 20 } })
            .MustReport("answers to admitted calls");

    [Fact]
    public void An_answer_that_comes_twice_is_reported() =>
        Reports(
            "calls answered twice",
            (lane, call) =>
            {
                lane.Serve(call);
                call.Fail();
            }
        );

    [Fact]
    public void A_lane_that_refuses_although_there_is_room_is_reported() =>
        Trial
            .Run(new OneByOne((_, _) => { }) { Refuses = true })
            .MustReport("a request was refused although there was room");

    [Fact]
    public void A_lane_beyond_the_limit_of_requests_in_work_is_reported() =>
        Trial.Run(new Unlimited()).MustReport("more backend calls at once");

    private static void Reports(string violation, Action<OneByOne, ScenarioCall> handle) =>
        Trial.Run(new OneByOne(handle)).MustReport(violation);

    // A busy machine stalls for longer than a request takes here, so only who waits in vain has a short deadline.
    private static ScenarioParameters Small =>
        new()
        {
            RatePerSecond = 400,
            DeadlineMilliseconds = 30_000,
            QueueBound = 100_000,
            Calls = 2,
            ServiceMeanMicroseconds = 10,
            FailuresPerThousand = 300,
            Retries = 1,
            BlockingPercent = 50,
            WorkRounds = 10,
            Keys = 2,
            UpdateRounds = 1,
            WarmUpMilliseconds = 10,
            MeasuredMilliseconds = 150,
        };

    /// <summary>A lane without concurrency: whatever it does wrong is told to it.</summary>
    private sealed class OneByOne : TestLane
    {
        private readonly Action<OneByOne, ScenarioCall> _handle;

        public OneByOne(Action<OneByOne, ScenarioCall> handle)
        {
            _handle = handle;
            Parameters = Small;
        }

        public bool Refuses { get; init; }

        public void Ask(ScenarioRequest request, int call, int mostTries = int.MaxValue)
        {
            do
            {
                Backend.Call(request.Begin(call));
            } while (request.MustTryAgain(call) && request.Tries[call] < mostTries);
        }

        public void AskAll(ScenarioRequest request, int calls = int.MaxValue, int mostTries = int.MaxValue)
        {
            for (var call = 0; call < Math.Min(calls, request.Calls); call++)
            {
                Ask(request, call, mostTries);
            }
        }

        public void IfItSucceeds(ScenarioCall call, Action complete)
        {
            AskAll(call.Request);
            End(call, complete);
        }

        public void Complete(ScenarioCall call) => Reply(call, Update(call.Request));

        public void Serve(ScenarioCall call, int calls = int.MaxValue, int mostTries = int.MaxValue)
        {
            AskAll(call.Request, calls, mostTries);
            End(call);
        }

        public void ServeWithoutThread(ScenarioCall call) => ServeAsync(call).GetAwaiter().GetResult();

        private async Task ServeAsync(ScenarioCall call)
        {
            for (var index = 0; index < call.Request.Calls; index++)
            {
                do
                {
                    await Backend.CallAsync(call.Request.Begin(index)).ConfigureAwait(false);
                } while (call.Request.MustTryAgain(index));
            }

            End(call);
        }

        public ScenarioReply Update(ScenarioRequest request, int? key = null) =>
            Keys[key ?? request.Key].Update(request);

        private void End(ScenarioCall call, Action? complete = null)
        {
            if (call.Request.HasFailed)
            {
                call.Fail();
            }
            else if (complete is null)
            {
                Complete(call);
            }
            else
            {
                complete();
            }
        }

        protected override bool TryAdmit(ScenarioCall call)
        {
            if (Refuses)
            {
                return false;
            }

            _handle(this, call);
            return true;
        }
    }

    /// <summary>A lane that begins every request at once, whatever the limit.</summary>
    private sealed class Unlimited : TestLane
    {
        private readonly List<Task> _tasks = [];

        public Unlimited() =>
            Parameters = Small with
            {
                ConcurrencyLimit = 1,
                ServiceMeanMicroseconds = 50_000,
                BackendCapacity = 0,
            };

        protected override bool TryAdmit(ScenarioCall call)
        {
            _tasks.Add(Task.Run(() => HandleAsync(call)));
            return true;
        }

        protected override void Close() => Task.WaitAll(_tasks);

        private async Task HandleAsync(ScenarioCall call)
        {
            await Backend.CallAsync(call.Request.Begin(0));
            call.Fail();
        }
    }

    private abstract class TestLane : Scenario
    {
        public void MustReport(string violation) =>
            Assert.Contains(Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

        public void Reply(ScenarioCall call, ScenarioReply reply)
        {
            call.Request.Work();
            call.Complete(reply);
        }

        protected override void Open() { }

        protected override void Close() { }
    }
}
