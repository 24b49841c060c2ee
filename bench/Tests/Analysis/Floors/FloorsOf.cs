using Bench.Results;

namespace Bench.Tests.Analysis.Floors;

/// <summary>Floors made up from costs, in nanoseconds an operation, a round each.</summary>
internal static class FloorsOf
{
    /// <summary>One lane of channels in ping-pong and whatever else is given.</summary>
    public static FloorTrials Trials(params FloorArm[] arms) =>
        new()
        {
            Run = "20260101-000000-floors",
            StartedAt = DateTimeOffset.UnixEpoch,
            Commit = "0123",
            Machine = "here",
            LogicalProcessors = 2,
            Seed = 1,
            Rounds = arms.Max(arm => arm.Launches.Count),
            Patterns = [new("ping-pong", "Ping-pong", "a round trip"), new("primitive", "Bare", "one use")],
            Arms = arms,
        };

    public static FloorArm Lane(params double[] costs) => Arm(FloorRole.Lane, "channels", null, costs);

    public static FloorArm Recorded(params double[] costs) =>
        Arm(FloorRole.Recorded, "channels", null, costs);

    public static FloorArm Form(string name, params double[] costs) => Arm(FloorRole.Form, name, null, costs);

    public static FloorArm Aside(string name, params double[] costs) =>
        Arm(FloorRole.Form, name, "busy waiting", costs);

    public static FloorArm Primitive(string name, params double[] costs) =>
        Arm(FloorRole.Primitive, name, null, costs) with
        {
            Pattern = "primitive",
        };

    /// <summary>The arm with its launch of a round refused.</summary>
    public static FloorArm Refused(this FloorArm arm, int round) =>
        arm with
        {
            Launches =
            [
                .. arm.Launches.Select(launch =>
                    launch.Round == round
                        ? launch with
                        {
                            InvalidBecause = ["hung: no end after 30 s"],
                            OperationsPerSecond = 0,
                            Operations = 0,
                        }
                        : launch
                ),
            ],
        };

    private static FloorArm Arm(string role, string name, string? aside, double[] costs) =>
        new(
            role,
            "ping-pong",
            "channels",
            name,
            role is FloorRole.Form or FloorRole.Primitive ? "ReadAsync" : null,
            role is FloorRole.Form or FloorRole.Primitive ? "https://github.com/a/b" : null,
            aside,
            $"pingpong/{name}",
            $"bench/{name}.cs",
            [
                .. costs.Select(
                    (cost, index) =>
                        new FloorLaunch(index + 1, 1, 1e9 / cost, 1_000, 2_000 * cost / 1e9, 48, [], new())
                ),
            ]
        );
}
