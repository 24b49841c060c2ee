using Bench.Measurement.Hosting;
using Bench.Results;
using CliWrap;
using CliWrap.Buffered;

namespace Bench.Measurement.Runs;

/// <summary>The dump that a process leaves when its watchdog ends it; removed when it has been read.</summary>
/// <param name="path">Where it is, if there is one.</param>
/// <param name="host">The dotnet host.</param>
/// <param name="program">A program that can read it, in a process of its own.</param>
internal sealed class HangDump(string path, string host, string program) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    /// <summary>The sample with the places where its threads and tasks stood among its reasons, when there is a dump.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public async Task<Sample> AddTo(Sample sample, CancellationToken interrupted) =>
        File.Exists(path)
            ? sample with
            {
                InvalidBecause = [.. sample.InvalidBecause, .. await PlacesAsync(interrupted)],
            }
            : sample;

    public void Dispose() => File.Delete(path);

    private async Task<IReadOnlyList<string>> PlacesAsync(CancellationToken interrupted)
    {
        using var timeout = new CancellationTokenSource(s_patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, interrupted);
        try
        {
            var result = await CliWrap
                .Cli.Wrap(host)
                .WithArguments([program, WhoWaits.Option, path])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(either.Token);
            string[] places = result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return places.Length > 0 ? places : [$"its dump could not be read (exit code {result.ExitCode})"];
        }
        catch (OperationCanceledException) when (!interrupted.IsCancellationRequested)
        {
            return [$"its dump could not be read within {s_patience.TotalSeconds:0} s"];
        }
    }
}
