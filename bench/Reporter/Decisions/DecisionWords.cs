using System.Globalization;
using System.Text.RegularExpressions;
using Bench.Analysis;
using Bench.Analysis.Capacity;
using Bench.Analysis.Decisions;
using Bench.Analysis.ServiceLevels;
using Bench.Reporter.Words;

namespace Bench.Reporter.Decisions;

/// <summary>What records say again and again.</summary>
public static partial class DecisionWords
{
    /// <summary>A load with its unit: <c>10,000 users</c>, <c>2,000/s</c>.</summary>
    public static string Load(Requirement requirement, double load) =>
        requirement.Parameter.EndsWith("PerSecond", StringComparison.Ordinal)
            ? Quantities.Format(load, Unit.PerSecond)
            : $"{Quantities.Significant(load)} {ParameterWords.Name(requirement.Parameter)}";

    /// <summary>The load asked for, exactly.</summary>
    public static string Asked(Requirement requirement)
    {
        var value = ParameterWords.Value(requirement.Parameter, $"{requirement.Load}");
        return requirement.Parameter.EndsWith("PerSecond", StringComparison.Ordinal)
            ? value
            : $"{value} {ParameterWords.Name(requirement.Parameter)}";
    }

    /// <summary>A number that somebody chose, as it is: <c>1</c>, <c>0.5</c>.</summary>
    public static string Number(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>An objective for a reader: <c>p99 latency below 100 ms</c>.</summary>
    public static string Objective(ServiceLevelObjective objective) =>
        $"{Lower(objective.Metric.Title)} {Relation(objective)} {BeforeUnit().Replace(AfterRelation().Match(objective.Text).Value, " ")}";

    /// <summary>All objectives of a level, joined.</summary>
    public static string Level(ServiceLevel level) => Join(level.Objectives.Select(Objective));

    /// <summary>What was found of an objective: the value with its interval, or why there is none.</summary>
    public static string Found(ObjectiveEvidence evidence) =>
        evidence.Value is { } value
            ? $"{evidence.Objective.Metric.Format(value)} {Interval(evidence)}"
            : evidence.Reason ?? "no figure";

    /// <summary>The interval that decides, or the launches that bear none.</summary>
    public static string Interval(ObjectiveEvidence evidence)
    {
        var metric = evidence.Objective.Metric;
        return evidence switch
        {
            { Value: 0, High: 0 or null } =>
                $"[0 in {(evidence.Launches == 1 ? "1 launch" : $"each of {evidence.Launches} launches")}]",
            { Low: { } low, High: { } high } => Interval(metric.Format, evidence.Value ?? low, low, high),
            _ => $"[no interval from {Quantities.Counted(evidence.Launches, "launch", "es")}]",
        };
    }

    /// <summary>An interval, its unit left out where the value's is the same.</summary>
    public static string Interval(Func<double, string> format, double value, double? low, double? high)
    {
        if (low is not { } from || high is not { } to)
        {
            return low is { } alone ? $"[{format(alone)} or more]" : "[no interval]";
        }

        var unit = UnitOf(format(value));
        return UnitOf(format(from)) == unit && UnitOf(format(to)) == unit
            ? $"[{format(from)[..^unit.Length]}–{format(to)[..^unit.Length]}]"
            : $"[{format(from)} – {format(to)}]";
    }

    /// <summary>A ratio with its interval: <c>1.69 times [1.60–1.79]</c>.</summary>
    public static string Times(double ratio, double? low, double? high) =>
        $"{Quantities.Significant(ratio)} times {Interval(Quantities.Significant, ratio, low, high)}";

    /// <summary>What the search for a capacity came to.</summary>
    public static string Capacity(Requirement requirement, Headroom headroom) =>
        headroom switch
        {
            { State: CapacityState.Found, Capacity: { } load } =>
                $"{Load(requirement, load)} {Interval(Quantities.Significant, load, headroom.CapacityLow, headroom.CapacityHigh)}",
            { State: CapacityState.AtLeast, Capacity: { } load } => $"at least {Load(requirement, load)}",
            { State: CapacityState.BelowLowest } => "none: missed under the lowest load, too",
            { State: CapacityState.Broken } => $"none: {headroom.LimitedBy}",
            { State: CapacityState.Undecided } =>
                $"undecided{(headroom.LimitedBy.Length == 0 ? "" : $": {headroom.LimitedBy}")}",
            _ =>
                $"not known yet after {Quantities.Counted(headroom.Launches, "launch", "es")}{(headroom.HighestKept is { } kept ? $"; single launches kept it up to {Load(requirement, kept)}" : "")}",
        };

    public static string State(OptionState state) =>
        state switch
        {
            OptionState.Meets => "keeps it",
            OptionState.Misses => "does not keep it",
            OptionState.Undecided => "undecided",
            OptionState.Broken => "broken",
            _ => "out of reach",
        };

    public static string State(ObjectiveState state) =>
        state switch
        {
            ObjectiveState.Met => "met",
            ObjectiveState.Missed => "not met",
            _ => "undecided",
        };

    /// <summary><c>a, b and c</c>.</summary>
    public static string Join(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    // Abbreviations such as p99 and words in capitals stay as they are.
    public static string Lower(string text) =>
        text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Relation(ServiceLevelObjective objective) =>
        objective.Relation switch
        {
            Analysis.ServiceLevels.Relation.Below => "below",
            Analysis.ServiceLevels.Relation.AtMost => "at most",
            Analysis.ServiceLevels.Relation.Above => "above",
            _ => "at least",
        };

    // A threshold is shown as it was asked for, not rounded as figures are.
    [GeneratedRegex("[^<>=]*$")]
    private static partial Regex AfterRelation();

    [GeneratedRegex("(?<=[0-9])(?=[^0-9.])")]
    private static partial Regex BeforeUnit();

    private static string UnitOf(string figure) =>
        figure[(figure.AsSpan().LastIndexOfAnyInRange('0', '9') + 1)..];
}
