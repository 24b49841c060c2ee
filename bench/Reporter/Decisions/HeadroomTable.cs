using Bench.Analysis;
using Bench.Analysis.Capacity;
using Bench.Analysis.Decisions;
using Bench.Reporter.Content;

namespace Bench.Reporter.Decisions;

/// <summary>What load each option bears, beside what is asked.</summary>
internal static class HeadroomTable
{
    public static Table Of(Decision decision) =>
        new(
            $"The highest load at which an option keeps the service level (capacity, with its 95 % interval), and that ÷ {DecisionWords.Asked(decision.Requirement)} (headroom). "
                + "From a short search of its own, in steps of 5 %.",
            [
                new("option", false),
                new("capacity", true),
                new("headroom", true),
                new("what ends it", false),
                new("launches", true),
            ],
            LevelTable.Groups(decision, option => Row(option, decision.Requirement))
        );

    private static TableRow Row(OptionEvidence option, Requirement requirement) =>
        option.Headroom switch
        {
            null => new(option.Name, [Cell.Word("not looked for")]),
            { Ratio: { } ratio, Capacity: { } load } room => new(
                option.Name,
                [
                    Cell.Figure(
                        $"{(room.State == CapacityState.AtLeast ? "at least " : "")}{DecisionWords.Load(requirement, load)}",
                        room.State == CapacityState.AtLeast
                            ? ""
                            : DecisionWords.Interval(
                                Quantities.Significant,
                                load,
                                room.CapacityLow,
                                room.CapacityHigh
                            )
                    ),
                    Cell.Figure(
                        $"{Quantities.Significant(ratio)} ×",
                        room.State == CapacityState.AtLeast
                            ? "or more"
                            : DecisionWords.Interval(Quantities.Significant, ratio, room.Low, room.High)
                    ),
                    Cell.Word(Ends(room)),
                    Cell.Figure($"{room.Launches}"),
                ]
            ),
            var room => new(option.Name, [Cell.Word(DecisionWords.Capacity(requirement, room))]),
        };

    private static string Ends(Headroom room) =>
        room.State == CapacityState.AtLeast
            ? $"not the option: {room.LimitedBy}"
            : $"{room.LimitedBy} is missed first";
}
