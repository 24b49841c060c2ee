using System.Globalization;
using Bench.Analysis.Decisions;
using Bench.Analysis.ServiceLevels;
using Bench.Cli.Measuring;
using Bench.Cli.Scenarios;
using Bench.Cli.Terminal;
using Bench.Cli.Verbs;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;

namespace Bench.Cli.Deciding;

/// <summary>Checks what <c>decide</c> was asked.</summary>
/// <param name="verb">The options as given.</param>
/// <param name="models">The models.</param>
internal sealed class DecisionRequestReader(DecideVerb verb, Models models)
{
    private const string UsualBudget = "20m";
    private const int MostLoad = 1_000_000;

    /// <summary>As long as the standard preset's, so that its launches at the same load are launches of the same case.</summary>
    private static readonly (TimeSpan WarmUp, TimeSpan Window) s_usual = (
        TimeSpan.FromMilliseconds(2_500),
        TimeSpan.FromSeconds(2)
    );

    private static readonly TimeSpan s_longestWindow = TimeSpan.FromMinutes(10);

    /// <exception cref="UserException">An option is missing, wrong, or does not go with another.</exception>
    public DecisionRequest Read()
    {
        var scenario = Scenario();
        var lanes = scenario is null ? Lanes() : Lanes(scenario);
        var requirement = Requirement(lanes[0], scenario);
        var budget = Budget();
        var (warmUp, usual) = UsualWindow(scenario);
        var window = Window();
        return new(
            requirement,
            lanes,
            warmUp,
            window ?? usual,
            budget,
            [.. verb.From],
            verb.Out,
            verb.Seed,
            Command(requirement, lanes, window, budget),
            scenario
        );
    }

    private Requirement Requirement(Lane lane, ScenarioFile? scenario)
    {
        var facts = lane.Workload;
        var parameter = lane.LoadParameter!;
        return new(
            scenario is null ? facts : facts with { Title = scenario.Title },
            parameter,
            Load(parameter, facts.Id, scenario?.Parameters.Load),
            NewCapacityRun.Read(verb.Slo ?? ServiceLevel.Usual),
            Weights()
        );
    }

    private ScenarioFile? Scenario()
    {
        if (verb.Scenario is null)
        {
            return null;
        }

        if (verb.Workload is not null)
        {
            throw new UserException("--scenario is a workload of its own; leave --workload out");
        }

        var scenario = ScenarioFile.Read(verb.Scenario);
        foreach (var warning in scenario.Warnings)
        {
            Talk.Note(warning);
        }

        return scenario;
    }

    private IReadOnlyList<Lane> Lanes(ScenarioFile scenario) =>
        scenario.LanesAmong(models.Select([ScenarioFile.Workload], models.ToMeasure(verb.Models)))
            is { Count: > 0 } lanes
            ? lanes
            : throw new UserException(
                $"--models {string.Join(',', verb.Models)}: none of them serves scenarios; see ./run.sh list"
            );

    private List<Lane> Lanes()
    {
        var able = NewCapacityRun.Able(models.Lanes);
        var workload =
            verb.Workload
            ?? throw new UserException($"decide: give a --workload, or a --scenario file; {able}");
        var lanes = models.Select([workload], models.ToMeasure(verb.Models));
        if (models.Lanes.First(lane => lane.Workload.Id == workload.Trim()).LoadParameter is null)
        {
            throw new UserException($"--workload {workload} has no load that can be set; {able}");
        }

        List<Lane> chosen = [.. lanes.Where(lane => lane.IsIn(Presets.Standard))];
        return chosen.Count > 0
            ? chosen
            : throw new UserException(
                $"--models {string.Join(',', verb.Models)}: none of them does {workload}; see ./run.sh list"
            );
    }

    private int Load(string parameter, string workload, int? described)
    {
        var isRate = IsRate(parameter);
        var (option, other) = isRate ? ("--rate", "--users") : ("--users", "--rate");
        var (given, misplaced) = isRate ? (verb.Rate, verb.Users) : (verb.Users, verb.Rate);
        if (misplaced is { } wrong)
        {
            throw new UserException(
                $"{other} {wrong}: the load of {workload} is {parameter}; give {option} instead"
            );
        }

        return (given ?? described) switch
        {
            null => throw new UserException(
                $"decide: give the load of {workload} ({parameter}) as {option} N"
            ),
            < 1 or > MostLoad => throw new UserException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{option} {given}: give a number from 1 to {MostLoad}"
                )
            ),
            { } load => load,
        };
    }

    private Weights Weights()
    {
        try
        {
            return verb.Weights is { } text
                ? Analysis.Decisions.Weights.Parse(text)
                : Analysis.Decisions.Weights.Usual;
        }
        catch (FormatException error)
        {
            throw new UserException(
                $"--weights \"{verb.Weights}\", {error.Message}; for example processor=1,memory=1",
                error
            );
        }
    }

    private TimeSpan Budget() =>
        verb.Budget is "0" or "0s" or "0m" or "0h"
            ? TimeSpan.Zero
            : TimeBudget.Parse(verb.Budget ?? UsualBudget)
                ?? throw new UserException(
                    $"--budget {verb.Budget}: give a time from 1s to 1000h, such as 90s, 20m or 1h, or 0 to measure nothing"
                );

    private TimeSpan? Window() =>
        verb.Window is null ? null
        : TimeBudget.Parse(verb.Window) is { } window && window <= s_longestWindow ? window
        : throw new UserException($"--window {verb.Window}: give a time from 1s to 10m, such as 2s");

    private static (TimeSpan WarmUp, TimeSpan Window) UsualWindow(ScenarioFile? scenario) =>
        scenario?.Parameters is { } parameters
            ? (
                TimeSpan.FromMilliseconds(parameters.WarmUpMilliseconds),
                TimeSpan.FromMilliseconds(parameters.MeasuredMilliseconds)
            )
            : s_usual;

    private string Command(
        Requirement requirement,
        IReadOnlyList<Lane> lanes,
        TimeSpan? window,
        TimeSpan budget
    )
    {
        string[] parts =
        [
            "./run.sh decide",
            verb.Scenario is null
                ? $"--workload {requirement.Workload.Id}"
                : $"--scenario \"{verb.Scenario}\"",
            Text($"{(IsRate(requirement.Parameter) ? "--rate" : "--users")} {requirement.Load}"),
            $"--slo \"{requirement.Level.Text}\"",
            $"--weights {requirement.Weights}",
            $"--models {string.Join(',', lanes.Select(lane => lane.Model.Id).Distinct())}",
            $"--budget {(budget == TimeSpan.Zero ? UsualBudget : TimeBudget.Format(budget))}",
            .. window is { } own ? [$"--window {TimeBudget.Format(own)}"] : Array.Empty<string>(),
            .. verb.Seed is { } seed ? [Text($"--seed {seed}")] : Array.Empty<string>(),
        ];
        return string.Join(' ', parts);
    }

    private static bool IsRate(string parameter) => parameter.EndsWith("PerSecond", StringComparison.Ordinal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
