using Bench.Analysis;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Content;

/// <summary>The lanes' code of a workload, each file once.</summary>
internal static class Listings
{
    public static IReadOnlyList<Listing> Of(
        IEnumerable<Scenario> scenarios,
        IReadOnlyList<SourceFile> sources
    ) =>
        [
            .. from arm in scenarios.SelectMany(scenario => scenario.Arms)
            where arm.Case.Competes
            from source in sources
            where source.Path == arm.Case.Source
            group arm by source into lane
            select new Listing(
                string.Join(", ", lane.Select(ArmName.Of).Distinct()),
                lane.Key.Path,
                lane.Key.Text,
                Fence(lane.Key.Text)
            ),
        ];

    private static string Fence(string text)
    {
        var (longest, current) = (0, 0);
        foreach (var letter in text)
        {
            current = letter == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return new('`', Math.Max(3, longest + 1));
    }
}
