using Bench.Measurement;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class SharedmapTests
{
    [Fact]
    public void Uniform_keys_are_drawn_alike()
    {
        var drawn = Draw(keys: 10, KeyChoice.Uniform);

        Assert.All(drawn, times => Assert.InRange(times, 9_500, 10_500));
    }

    [Fact]
    public void Skewed_keys_follow_Zipfs_law()
    {
        var drawn = Draw(keys: 10, KeyChoice.Skewed);
        var first = 100_000 / Enumerable.Range(1, 10).Sum(rank => 1.0 / rank);

        Assert.All(
            Enumerable.Range(1, 10),
            rank => Assert.InRange(drawn[rank - 1], 0.95 * first / rank, 1.05 * first / rank)
        );
    }

    [Fact]
    public void A_script_reads_as_often_as_asked_and_stays_within_the_keys()
    {
        var parameters = new SharedmapParameters { ReadsPerThousand = 900, KeysPerRead = 100 };
        var script = MapScript.Of(seed: 1, caller: 0, parameters);

        Assert.InRange(script.Count(operation => operation.IsRead), 3_600, 3_770);
        Assert.All(
            script,
            operation => Assert.InRange(operation.Key + operation.KeysToRead, 0, parameters.Keys)
        );
    }

    [Fact]
    public void Scripts_are_the_same_for_the_same_seed_and_caller_only()
    {
        var script = MapScript.Of(1, 0, new());

        Assert.Equal(script, MapScript.Of(1, 0, new()));
        Assert.NotEqual(script, MapScript.Of(1, 1, new()));
        Assert.NotEqual(script, MapScript.Of(2, 0, new()));
    }

    [Fact]
    public void A_read_sums_the_keys_up_and_takes_missing_ones_for_zero() =>
        Assert.Equal(
            12,
            new MapOperation(Key: 1, KeysToRead: 3).Sum(
                new Dictionary<int, long>
                {
                    [0] = 100,
                    [1] = 5,
                    [3] = 7,
                    [4] = 100,
                }
            )
        );

    [Fact]
    public void The_oracle_replays_a_script_from_its_start_as_often_as_needed()
    {
        var tally = new MapTally([new(0, 0), new(1, 0), new(2, 1), new(1, 0)], keys: 3);

        Assert.Equal([2, 3, 0], Enumerable.Range(0, 3).Select(key => tally.CountsOf(new(key, 0), done: 6)));
        Assert.Equal(5, tally.CountsOf(new(0, KeysToRead: 3), done: 6));
        Assert.Equal(0, tally.CountsOf(new(0, KeysToRead: 3), done: 0));
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run((counts, operation) => Do(counts, operation));

        Assert.Empty(lane.Violations);
        Assert.InRange(lane.Metrics["fairnessFraction"], 0.9, 1.0001);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Completed > 0);
        Assert.True(operations.AddUp);
    }

    [Fact]
    public void A_count_that_is_lost_is_reported() =>
        Reports(
            "all counts together",
            (counts, operation) => operation is { IsRead: false, Key: 0 } ? 1 : Do(counts, operation)
        );

    [Fact]
    public void A_count_that_goes_to_another_key_is_reported() =>
        Reports(
            "a key's count differs from the sequential oracle's",
            (counts, operation) => Do(counts, operation with { Key = operation.Key ^ 1 })
        );

    [Fact]
    public void A_key_that_is_counted_up_twice_is_reported() =>
        Reports(
            "all counts together",
            (counts, operation) =>
            {
                Do(counts, operation);
                return Do(counts, operation);
            }
        );

    [Fact]
    public void A_number_that_two_callers_get_is_reported() =>
        Reports(
            "counting a key up did not return each number once",
            (counts, operation) => Do(counts, operation) + (operation.IsRead ? 0 : 1)
        );

    [Fact]
    public void A_read_that_is_older_than_one_before_it_is_reported() =>
        Reports(
            "counts that fell as a caller saw them",
            (counts, operation) => Do(counts, operation) - (operation.IsRead ? 1 : 0)
        );

    [Fact]
    public void A_sum_over_several_keys_that_is_older_than_counts_seen_is_reported() =>
        Reports(
            "counts that fell as a caller saw them",
            (counts, operation) => operation.IsRead ? 0 : Do(counts, operation),
            keysPerRead: 2
        );

    [Fact]
    public void A_read_without_what_another_caller_had_counted_before_is_reported()
    {
        var lane = new OneByOne((counts, operation) => operation.IsRead ? 0 : Do(counts, operation))
        {
            Parameters = Short with { KeysPerRead = 4, CallMilliseconds = 20 },
        };

        Assert.Contains(
            "a result lacks what was counted before its operation began",
            Trial.Run(lane).Violations
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_sum_of_more_than_was_ever_counted_is_reported(int keysPerRead)
    {
        var lane = new OneByOne((counts, operation) => Do(counts, operation) + 1)
        {
            Parameters = Short with { ReadsPerThousand = 1_000, KeysPerRead = keysPerRead },
        };

        Assert.Equal(
            ["a result has more than was counted when its operation had ended"],
            Trial.Run(lane).Violations
        );
    }

    /// <summary>Between two keys of a read others count: the contract allows a sum that never was the sum of one moment.</summary>
    [Fact]
    public void A_read_that_is_no_snapshot_is_no_fault()
    {
        using var lane = new KeyByKey { Parameters = Short with { KeysPerRead = 4, CallMilliseconds = 20 } };
        Trial.Run(lane);

        Assert.Empty(lane.Violations);
    }

    [Fact]
    public void An_operation_without_a_result_does_not_add_up()
    {
        var lane = Trial.Run(new OneByOne(Do) { Parameters = Short, Skips = true });

        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void Callers_of_an_unsynchronised_map_are_caught()
    {
        using var lane = new Unsynchronised { Parameters = Short with { Keys = 1, ReadsPerThousand = 0 } };
        Trial.Run(lane);

        Assert.Contains(
            lane.Violations,
            found => found.StartsWith("all counts together", StringComparison.Ordinal)
        );
        Assert.Contains("counting a key up did not return each number once", lane.Violations);
    }

    private static readonly SharedmapParameters Short = new()
    {
        Callers = 2,
        Keys = 4,
        ReadsPerThousand = 500,
        CallMilliseconds = 2,
    };

    private static int[] Draw(int keys, KeyChoice choice)
    {
        var picker = new KeyPicker(keys, choice);
        var random = new SplitMix64(1);
        var drawn = new int[keys];
        for (var draw = 0; draw < 100_000; draw++)
        {
            drawn[picker.Next(ref random)]++;
        }

        return drawn;
    }

    private static long Do(Dictionary<int, long> counts, MapOperation operation) =>
        operation.IsRead
            ? operation.Sum(counts)
            : counts[operation.Key] = counts.GetValueOrDefault(operation.Key) + 1;

    private static OneByOne Run(
        Func<Dictionary<int, long>, MapOperation, long> perform,
        int keysPerRead = 1
    ) => Trial.Run(new OneByOne(perform) { Parameters = Short with { KeysPerRead = keysPerRead } });

    private static void Reports(
        string violation,
        Func<Dictionary<int, long>, MapOperation, long> perform,
        int keysPerRead = 1
    ) =>
        Assert.Contains(
            Run(perform, keysPerRead).Violations,
            found => found.StartsWith(violation, StringComparison.Ordinal)
        );

    /// <summary>A lane without concurrency: whatever it does wrong is told to it.</summary>
    private sealed class OneByOne(Func<Dictionary<int, long>, MapOperation, long> perform) : Sharedmap
    {
        private Dictionary<int, long> _counts = [];

        public bool Skips { get; init; }

        protected override IReadOnlyDictionary<int, long> Counts => _counts;

        protected override void Open()
        {
            _counts = [];
            foreach (var _ in Callers)
            {
                Units.Started();
            }
        }

        // One operation each in turn, so that callers see each other's counts.
        protected override void CallAll()
        {
            if (Skips)
            {
                Callers[0].TryNext(out _);
            }

            var calling = Callers.ToList();
            while (calling.Count > 0)
            {
                calling.RemoveAll(caller => !TryCall(caller));
            }
        }

        protected override void Close()
        {
            foreach (var _ in Callers)
            {
                Units.Ended();
            }
        }

        private bool TryCall(MapCaller caller)
        {
            if (!caller.TryNext(out var operation))
            {
                return false;
            }

            caller.Take(perform(_counts, operation));
            return true;
        }
    }

    /// <summary>Two threads that take the lock anew for each key of a read.</summary>
    private sealed class KeyByKey : Sharedmap, IDisposable
    {
        private readonly Lock _lock = new();
        private readonly ManualResetEventSlim _signal = new();
        private Dictionary<int, long> _counts = [];
        private Thread[] _threads = [];

        protected override IReadOnlyDictionary<int, long> Counts => _counts;

        public void Dispose() => _signal.Dispose();

        protected override void Open()
        {
            _counts = [];
            _signal.Reset();
            _threads = [.. Callers.Select(caller => new Thread(() => Call(caller)))];
            Array.ForEach(_threads, thread => thread.Start());
        }

        protected override void CallAll()
        {
            _signal.Set();
            Array.ForEach(_threads, thread => thread.Join());
        }

        private void Call(MapCaller caller)
        {
            using var unit = Units.Enter();
            _signal.Wait();
            while (caller.TryNext(out var operation))
            {
                caller.Take(operation.IsRead ? Sum(operation) : Locked(operation));
            }
        }

        private long Sum(MapOperation operation) =>
            Enumerable.Range(operation.Key, operation.KeysToRead).Sum(key => Locked(new(key, KeysToRead: 1)));

        private long Locked(MapOperation operation)
        {
            lock (_lock)
            {
                return Do(_counts, operation);
            }
        }
    }

    /// <summary>
    /// Two threads count one key up without a lock. They meet between their first reading and writing, which chance
    /// would bring about sooner or later, so that one of the first two counts is lost for certain.
    /// </summary>
    private sealed class Unsynchronised : Sharedmap, IDisposable
    {
        private readonly Barrier _meeting = new(2);
        private Thread[] _threads = [];
        private volatile bool _isCalling;
        private long _count;

        protected override IReadOnlyDictionary<int, long> Counts =>
            new Dictionary<int, long> { [0] = _count };

        public void Dispose() => _meeting.Dispose();

        protected override void Open()
        {
            _count = 0;
            _isCalling = false;
            _threads = [.. Callers.Select(caller => new Thread(() => Call(caller)))];
            Array.ForEach(_threads, thread => thread.Start());
        }

        protected override void CallAll()
        {
            _isCalling = true;
            Array.ForEach(_threads, thread => thread.Join());
        }

        private void Call(MapCaller caller)
        {
            using var unit = Units.Enter();
            SpinWait.SpinUntil(() => _isCalling);
            for (var isFirst = true; caller.TryNext(out _); isFirst = false)
            {
                var count = _count;
                if (isFirst)
                {
                    _meeting.SignalAndWait();
                }

                _count = count + 1;
                caller.Take(count + 1);
            }
        }
    }
}
