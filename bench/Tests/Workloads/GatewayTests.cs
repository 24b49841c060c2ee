using Bench.Measurement.Load;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class GatewayTests
{
    private const int Victim = 42;

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run((lane, batch) => lane.Serve(batch));

        Assert.Empty(lane.Violations);
        Assert.Equal(99, Trial.OperationsOf(lane).Completed);
        Assert.Equal(3, lane.Metrics["tokensPerCheck"]);
        Assert.Contains(GatewayReply.Allowed, lane.Said);
        Assert.Contains(GatewayReply.Denied, lane.Said);
    }

    [Fact]
    public void A_wrong_answer_is_reported() =>
        AssertReports(
            "answers that are wrong for their token: expected 0, found 1",
            Run(
                (lane, batch) =>
                {
                    var replies = lane.Check(batch).ToList();
                    for (var i = 0; i < batch.Count; i++)
                    {
                        batch[i].Complete(batch[i].Request.Number == Victim ? 1 - replies[i] : replies[i]);
                    }
                }
            )
        );

    [Fact]
    public void Answers_given_to_the_wrong_callers_of_a_batch_are_reported() =>
        AssertReports(
            "answers that are wrong for their token",
            Run(
                (lane, batch) =>
                {
                    foreach (var (call, reply) in batch.Zip(lane.Check(batch).Reverse()))
                    {
                        call.Complete(reply);
                    }
                }
            )
        );

    [Fact]
    public void A_request_answered_twice_is_reported() =>
        AssertReports(
            "calls answered twice: expected 0, found 1",
            Run(
                (lane, batch) =>
                {
                    lane.Serve(batch);
                    if (batch[0].Request.Number == Victim)
                    {
                        batch[0].Complete(GatewayReply.Allowed);
                    }
                }
            )
        );

    [Fact]
    public void A_request_given_up_while_its_caller_waits_is_reported() =>
        AssertReports(
            "requests given up while their caller waited: expected 0, found 3",
            Run(
                (lane, batch) =>
                {
                    if (batch[0].Request.Number == Victim)
                    {
                        batch.ForEach(call => call.Fail());
                    }
                    else
                    {
                        lane.Serve(batch);
                    }
                }
            )
        );

    [Fact]
    public void A_request_that_passes_without_a_check_is_reported() =>
        AssertReports(
            "answered requests whose token was checked: expected 99, found 96",
            Run(
                (lane, batch) =>
                {
                    if (batch[0].Request.Number == Victim)
                    {
                        batch.ForEach(call => call.Complete(GatewayReply.Allowed));
                    }
                    else
                    {
                        lane.Serve(batch);
                    }
                }
            )
        );

    [Fact]
    public void A_token_checked_twice_is_reported() =>
        AssertReports(
            "tokens checked once each: expected 99, found 102",
            Run(
                (lane, batch) =>
                {
                    if (batch[0].Request.Number == Victim)
                    {
                        lane.Check(batch);
                    }

                    lane.Serve(batch);
                }
            )
        );

    [Fact]
    public void A_check_that_never_reaches_the_backend_is_reported()
    {
        var lane = Run((lane, batch) => lane.Answer(lane.Open(batch)));

        AssertReports("calls that the backend got: expected 33, found 0", lane);
        AssertReports("a check was over before the backend can have answered it", lane);
    }

    [Fact]
    public void A_batch_larger_than_the_limit_is_reported() =>
        AssertReports(
            "a check has more tokens than the limit of 3",
            Run((lane, batch) => lane.Serve(batch), batchOf: 9)
        );

    [Fact]
    public void A_batch_that_neither_is_full_nor_has_lingered_is_reported() =>
        AssertReports(
            "a check began before its batch was full or had lingered",
            Run((lane, batch) => lane.Serve(batch), batchOf: 1)
        );

    [Fact]
    public void Batches_that_are_held_back_are_reported() =>
        AssertReports(
            "most checks began long after a connection was free and the batch full or past its linger",
            Run(
                (lane, batch) => lane.Serve(batch),
                batchOf: 33,
                change: standard => standard with { BatchLimit = 64, LingerMilliseconds = 1 }
            )
        );

    [Fact]
    public void A_buffer_above_its_bound_is_reported() =>
        AssertReports(
            "more requests waited at once (9) than buffer and open batch hold (5)",
            Run(
                (lane, calls) =>
                {
                    foreach (var batch in calls.Chunk(3))
                    {
                        lane.Serve([.. batch]);
                    }
                },
                batchOf: 9,
                change: standard => standard with { BufferCapacity = 1 }
            )
        );

    [Fact]
    public void More_checks_at_once_than_the_limit_are_reported() =>
        AssertReports(
            "more checks at once (3) than the limit of 1",
            Run(
                (lane, calls) => lane.ServeAtOnce([.. calls.Chunk(3).Select(batch => batch.ToList())]),
                batchOf: 9,
                change: standard => standard with { ConcurrencyLimit = 1, CheckMicroseconds = 5_000 }
            )
        );

    private static void AssertReports(string violation, OneByOne lane) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    private static OneByOne Run(
        Action<OneByOne, List<Call<GatewayRequest, GatewayReply>>> serve,
        int batchOf = 3,
        Func<GatewayParameters, GatewayParameters>? change = null
    )
    {
        var standard = new GatewayParameters
        {
            RatePerSecond = 1_000,
            Arrivals = ArrivalProcess.Constant,
            ForgedPercent = 50,
            BatchLimit = 3,
            LingerMilliseconds = 50,
            CheckMicroseconds = 100,
            TokenMicroseconds = 10,
            WarmUpMilliseconds = 0,
            MeasuredMilliseconds = 100,
        };
        return Trial.Run(new OneByOne(serve, batchOf) { Parameters = change?.Invoke(standard) ?? standard });
    }

    /// <summary>A lane without concurrency: what becomes of so many requests in a row is told to it. It gets 99.</summary>
    private sealed class OneByOne(
        Action<OneByOne, List<Call<GatewayRequest, GatewayReply>>> serve,
        int batchOf
    ) : Gateway
    {
        private List<Call<GatewayRequest, GatewayReply>> _batch = [];

        public HashSet<GatewayReply> Said { get; } = [];

        protected override TimeSpan Patience => TimeSpan.FromMilliseconds(20);

        public TokenCheck Open(List<Call<GatewayRequest, GatewayReply>> batch) => Begin(batch);

        public IReadOnlyList<GatewayReply> Check(List<Call<GatewayRequest, GatewayReply>> batch)
        {
            var check = Begin(batch);
            Backend.Call(check.ServiceTime);
            return check.Replies();
        }

        public void Serve(List<Call<GatewayRequest, GatewayReply>> batch)
        {
            var check = Begin(batch);
            Backend.Call(check.ServiceTime);
            Answer(check);
        }

        public void ServeAtOnce(List<List<Call<GatewayRequest, GatewayReply>>> batches)
        {
            var checks = batches.ConvertAll(Begin);
            Task.WaitAll(checks.Select(check => Backend.CallAsync(check.ServiceTime).AsTask()));
            checks.ForEach(Answer);
        }

        public void Answer(TokenCheck check)
        {
            foreach (var (call, reply) in check.Calls.Zip(check.Replies()))
            {
                Said.Add(reply);
                call.Complete(reply);
            }
        }

        protected override void Open() { }

        protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call)
        {
            _batch.Add(call);
            if (_batch.Count == batchOf)
            {
                var batch = _batch;
                _batch = [];
                serve(this, batch);
            }

            return true;
        }

        protected override void Close() { }
    }
}
