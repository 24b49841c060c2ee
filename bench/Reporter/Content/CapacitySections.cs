using System.Globalization;
using Bench.Analysis.Capacity;
using Bench.Reporter.Tables;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Content;

/// <summary>The sections of a capacity run, one for each workload; none in every other run.</summary>
internal static class CapacitySections
{
    public static IEnumerable<CapacitySection> Of(
        CapacityAnalysis? analysis,
        RunManifest manifest,
        PictureBook book
    ) =>
        from lane in analysis?.Lanes ?? []
        group lane by lane.Target.Workload into workload
        let lanes = workload.ToList()
        let facts = manifest.Workloads.Find(facts => facts.Id == workload.Key)
        select new CapacitySection(
            Slug.Of($"capacity {workload.Key}"),
            $"Capacity: {facts?.Title ?? workload.Key}",
            [.. Paragraphs(analysis!, lanes, facts)],
            [.. lanes.Select(Answer)],
            CapacityTable.Of(analysis!, lanes),
            book.Capacity(workload.Key),
            OverloadTable.Of(analysis!, lanes),
            TrialsTable.Of(lanes)
        );

    private static AnswerLine Answer(LaneCapacity lane) =>
        new(lane.Target.Workload, $"{lane.Target.Terms} terms", CapacityWords.Sentence(lane));

    private static IEnumerable<string> Paragraphs(
        CapacityAnalysis analysis,
        List<LaneCapacity> lanes,
        WorkloadFacts? facts
    )
    {
        var plan = analysis.Plan;
        if (facts is not null)
        {
            yield return $"{facts.Summary} {facts.Operation}";
        }

        yield return $"The capacity is the offered load ({ParameterWords.Name(lanes[0].Target.Parameter)}) at which a launch is as "
            + $"likely to keep to {plan.Slo} as to miss it. A search on windows of {Seconds(plan.Search)} finds the place; "
            + $"{plan.Launches} or more launches of {Seconds(plan.Confirm)} each, interleaved over all lanes in random order, make the "
            + "estimate and its 95 % interval. A launch whose load generator was late says nothing about the lane: where such "
            + "launches are what ends a search, the capacity is at least so much, and more could not be offered.";
        yield return "On equal terms every model has the same limits; on told terms each is configured as the article has it. A lane that both "
            + "configure alike is measured once.";
    }

    private static string Seconds(CapacityWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"{window.MeasuredMilliseconds / 1e3:0.#} s");
}
