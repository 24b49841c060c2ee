using Bench.Analysis.Claims;
using Bench.Cli.Terminal;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Cli;

/// <summary>The claims of the suite.</summary>
internal static class ClaimBook
{
    private const string Folder = "bench/Claims";

    /// <summary>Reads claims and holds them against the lanes that there are.</summary>
    /// <param name="models">The models of this program.</param>
    /// <param name="folder">A folder of claim files; null for the suite's own.</param>
    /// <exception cref="ResultsException">A file is wrong.</exception>
    public static IReadOnlyList<Claim> Read(Models models, string? folder)
    {
        var claims = folder is null ? Own() : ClaimFiles.Read(folder, folder.TrimEnd('/'));
        ClaimCheck.Against(
            claims,
            [.. models.Lanes.SelectMany(Cases)],
            [.. models.Lanes.Select(lane => lane.Workload).DistinctBy(facts => facts.Id)],
            NeedPitfalls(claims)
                ? [.. PitfallBook.Of(models).Pitfalls.Select(pitfall => pitfall.Facts.Id)]
                : []
        );
        foreach (var (claim, part) in claims.SelectMany(claim => claim.Parts.Select(part => (claim, part))))
        {
            if (
                models.Lanes.FirstOrDefault(lane => part.Awaits == $"workload {lane.Workload.Id}") is { } lane
            )
            {
                Talk.Line(
                    $"notice: {claim.File}:{part.Line} awaits workload {lane.Workload.Id}, which is there: write its arms"
                );
            }
        }

        return claims;
    }

    /// <summary>True when one of the claims speaks of a pitfall.</summary>
    public static bool NeedPitfalls(IEnumerable<Claim> claims) =>
        claims.Any(claim => claim.Parts.Any(part => part.Pitfall is not null));

    /// <summary>The suite's claims for a report, which must not fail because of them.</summary>
    public static IReadOnlyList<Claim> ForReport()
    {
        try
        {
            return Own();
        }
        catch (Exception error) when (error is ResultsException or IOException or UnauthorizedAccessException)
        {
            Talk.Line($"notice: the report goes without claims ({error.Message})");
            return [];
        }
    }

    private static IReadOnlyList<Claim> Own() =>
        ClaimFiles.Read(Path.Combine(BuildFacts.Repository, "bench", "Claims"), Folder);

    private static IEnumerable<SuiteCase> Cases(Lane lane) =>
        lane.Cases(PresetName.Any)
            .DistinctBy(item => item.Case.Case)
            .Select(item => new SuiteCase(item.Case, PresetName.Of(lane.PresetsOf(item.Case))))
            .SelectMany(item =>
                lane.CanBeTraced ? [item, item with { Case = item.Case.WithTrace() }] : new[] { item }
            );
}
