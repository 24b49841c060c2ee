using Bench.Cli.Terminal;
using Bench.Measurement.Runs;
using Bench.Results;

namespace Bench.Cli.Gating;

/// <summary>
/// One launch of a build before the run: an older build's programs may not understand what this one asks of them. A lane may be
/// broken, so three are tried.
/// </summary>
internal static class GateTrial
{
    private const int Most = 3;

    /// <param name="build">The build.</param>
    /// <param name="cases">Cases of the run, head's.</param>
    /// <param name="interrupted">Ends the process.</param>
    /// <exception cref="UserException">No launch left a sample.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static void Launch(GateBuild build, IEnumerable<PlannedCase> cases, CancellationToken interrupted)
    {
        using var launcher = new LaneLauncher(new ModelBuilds(build.Build));
        var reason = "";
        foreach (var planned in cases.Where(planned => planned.Competes).Take(Most))
        {
            // Not on a synchronisation context, and nothing else goes on meanwhile.
            var sample = Task.Run(() => launcher.LaunchAsync(planned, 1, interrupted), interrupted)
                .GetAwaiter()
                .GetResult();
            if (sample.Status != SampleStatus.Crashed)
            {
                return;
            }

            reason = sample.InvalidBecause.FirstOrDefault("");
            Talk.Note($"{build.Side.Name}: {planned.Case}: {reason}");
        }

        throw new UserException(
            $"{build.Side.Name}: its programs leave no sample ({reason}); a build that is too old does not understand what this one asks: give a later commit"
        );
    }
}
