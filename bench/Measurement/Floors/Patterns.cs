using System.Globalization;
using Bench.Results;

namespace Bench.Measurement.Floors;

/// <summary>
/// The patterns of the public suites. The article's models are held against them by their default lanes, but for what only a variant
/// does, and by the variant for one pair where the default lane is made for many. Each window is three times 100 ms after twice 100 ms of warm-up, for lane and form
/// alike; what is counted in units instead of time (spawn) has as many units for both.
/// </summary>
public static class Patterns
{
    private const int Milliseconds = 100;
    private const int BurstItems = 20_000;

    public static IReadOnlyList<Pattern> All { get; } =
    [
        PingPong("ping-pong", "Ping-pong", "a round trip of one ball between two units") with
        {
            Variants = new Dictionary<string, string> { ["actors"] = "pool" },
        },
        Handoff("tell", "Tell", "an item told one way, without a bound", 1, 0) with
        {
            Recorded = null,
            Variants = new Dictionary<string, string> { ["tasks"] = "inbox" },
        },
        PingPong("ask", "Ask", "a request from outside, awaited") with
        {
            Recorded = null,
            Variants = new Dictionary<string, string> { ["actors"] = "ask" },
        },
        new(
            new("spawn", "Spawn", "a unit created, until it waits for its first message"),
            "footprint",
            Of(("units", 20_000))
        )
        {
            Smaller = new Dictionary<string, ParameterSet> { ["threads"] = Of(("units", 1_000)) },
        },
        new(
            new("skynet", "Skynet", "a tree of 1,111 units with 1,000 leaves, summed up"),
            "forkjoin",
            Of(("buildMilliseconds", Milliseconds), ("leaves", 1_000), ("leavesPerUnit", 1), ("trees", 1))
        ),
        Handoff("1p1c", "1P1C", "an item from one producer to one consumer, 4,096 may wait", 1, 4_096),
        Handoff("mpmc", "MPMC", "an item from four producers to four consumers, 256 may wait", 4, 256) with
        {
            Recorded = null,
        },
        new(
            new("primitive", "Bare primitives", "one use of the primitive"),
            "primitive",
            Of(("playMilliseconds", Milliseconds))
        )
        {
            HasLanes = false,
        },
    ];

    private static Pattern PingPong(string id, string title, string operation)
    {
        (string, object)[] parameters = [("pairs", 1), ("playMilliseconds", Milliseconds)];
        return new(new(id, title, operation), "pingpong", Of([.. parameters, ("timed", false)]))
        {
            Recorded = Of(parameters),
        };
    }

    private static Pattern Handoff(string id, string title, string operation, int units, int capacity)
    {
        (string, object)[] parameters =
        [
            ("burstItems", BurstItems),
            ("capacity", capacity),
            ("consumers", units),
            ("playMilliseconds", Milliseconds),
            ("producers", units),
        ];
        return new(new(id, title, operation), "handoff", Of([.. parameters, ("timed", false)]))
        {
            Recorded = Of(parameters),
        };
    }

    private static ParameterSet Of(params (string Name, object Value)[] parameters) =>
        new(
            parameters.Select(parameter =>
                KeyValuePair.Create(
                    parameter.Name,
                    Convert.ToString(parameter.Value, CultureInfo.InvariantCulture)!.ToLowerInvariant()
                )
            )
        );
}
