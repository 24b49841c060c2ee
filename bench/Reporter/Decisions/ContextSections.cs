using System.Globalization;
using Bench.Analysis;
using Bench.Analysis.Decisions;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Decisions;

/// <summary>The first parts of a record: what is asked, by what it is judged, and who is considered.</summary>
internal static class ContextSections
{
    public static IEnumerable<RecordSection> Of(Decision decision)
    {
        var requirement = decision.Requirement;
        yield return new("Context and Problem Statement")
        {
            Paragraphs =
            [
                $"Which concurrency model should do this at {DecisionWords.Asked(requirement)}? {requirement.Workload.Title}: {requirement.Workload.Summary}",
                $"One operation: {requirement.Workload.Operation}",
                $"The load of every option alike: {ParameterWords.Of(Parameters(decision))}.",
                Machine(decision.Pool.Manifest.Machine),
            ],
        };
        yield return new("Decision Drivers") { Points = [.. Drivers(requirement)] };
        yield return new("Considered Options")
        {
            Points = [.. decision.Options.Select(option => Considered(option, decision))],
        };
    }

    private static ParameterSet Parameters(Decision decision) => decision.Options[0].Option.Case.Parameters;

    private static string Machine(MachineFacts machine) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Measured on {machine.Processor}, {Quantities.Counted(machine.LogicalProcessors, "processor")}, {Quantities.Format(machine.MemoryBytes, Unit.Bytes)} of memory, {machine.OperatingSystem}, {machine.Runtime}, collector {machine.GarbageCollector}."
        );

    private static IEnumerable<Point> Drivers(Requirement requirement)
    {
        yield return Point.Of(
            $"The service level, all of it, at {DecisionWords.Asked(requirement)}: {DecisionWords.Level(requirement.Level)}. An option that is not shown to keep it is not chosen, however little it costs."
        );
        foreach (var criterion in requirement.Criteria)
        {
            var weight = requirement.Weights.Of(criterion);
            yield return Point.Of(
                weight == 0
                    ? $"{criterion.Title}: weight 0, shown but not counted."
                    : $"{criterion.Title}: weight {DecisionWords.Number(weight)} among the options that keep it; less is better."
            );
        }
    }

    private static Point Considered(OptionEvidence option, Decision decision)
    {
        var planned = option.Option.Case;
        var facts = decision.Pool.Manifest.Models.Find(model => model.Id == planned.Model);
        var own =
            planned.Configuration.Count == 0
                ? ""
                : $" Configured with {ParameterWords.Of(planned.Configuration)}.";
        var terms =
            option.Option.AlikeOnBothTerms ? " The article configures it alike."
            : option.Option.IsOnEqualTerms ? ""
            : " Configured as the article tells it: not chosen among.";
        var variant = planned.Variant == VariantName.Default ? "" : $" Variant {planned.Variant}.";
        return new(
            option.Name,
            $"{facts?.Summary ?? planned.Model}{variant}{own}{terms} Code: {planned.Source}"
        );
    }
}
