using System.Globalization;
using System.Text.Json;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;
using CliWrap;
using CliWrap.Buffered;

namespace Bench.Measurement.Runs;

/// <summary>Starts a model's program for one sample, waits for it and ends it if it does not end itself.</summary>
/// <param name="workFolder">Where requests and samples are exchanged.</param>
/// <param name="builds">The programs.</param>
internal sealed class ChildProcess(string workFolder, ModelBuilds builds)
{
    // The child's own watchdog comes first; this is for a child that cannot even do that.
    private static readonly TimeSpan s_graceAfterWatchdog = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_interruptArrives = TimeSpan.FromMilliseconds(300);

    /// <exception cref="OperationCanceledException">The run was interrupted; the child has been ended.</exception>
    public async Task<ChildOutput> MeasureAsync(Launch launch, CancellationToken interrupted)
    {
        // A child that outlived a killed runner must not write where this runner reads.
        var folder = Path.Combine(workFolder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        var requestPath = Path.Combine(folder, "request.json");
        var samplePath = Path.Combine(folder, "sample.json");
        File.Delete(samplePath);
        var build = builds.Of(launch.Case);
        using var dump = new HangDump(
            SampleProcess.DumpPath(samplePath),
            DotnetProgram.Host,
            build.Programs[launch.Case.Model]
        );
        var request = new SampleRequest(launch.Case, launch.Seed, samplePath, Environment.ProcessId);
        AtomicFile.Write(
            requestPath,
            JsonSerializer.SerializeToUtf8Bytes(request, HostingJson.Default.SampleRequest)
        );

        var limit = TimeSpan.FromSeconds(launch.Case.LimitSeconds) + s_graceAfterWatchdog;
        using var timeout = new CancellationTokenSource(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, interrupted);
        var running = CliWrap
            .Cli.Wrap(DotnetProgram.Host)
            .WithArguments([.. build.Start(launch.Case.Model), "--sample", requestPath])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(either.Token);
        try
        {
            var result = await running;
            var sample = await ReadAsync(samplePath, launch.Case, result, interrupted);
            sample = await dump.AddTo(sample, interrupted);
            return new ChildOutput(
                sample,
                result.ExitCode,
                running.ProcessId,
                result.StandardOutput.Split('\n', StringSplitOptions.TrimEntries)
            );
        }
        catch (OperationCanceledException) when (!interrupted.IsCancellationRequested)
        {
            var reason = string.Create(
                CultureInfo.InvariantCulture,
                $"hung: ended by the runner after {limit.TotalSeconds:0} s, the process's own watchdog did not answer"
            );
            var sample = FailedSample.Of(launch.Case, SampleStatus.Hung, reason);
            return new ChildOutput(sample, Watchdog.ExitCode, running.ProcessId, []);
        }
    }

    private static async Task<Sample> ReadAsync(
        string path,
        PlannedCase planned,
        BufferedCommandResult result,
        CancellationToken interrupted
    )
    {
        if (File.Exists(path))
        {
            return JsonSerializer.Deserialize(
                    await File.ReadAllBytesAsync(path, CancellationToken.None),
                    ResultsJson.Default.Sample
                ) ?? FailedSample.Of(planned, SampleStatus.Crashed, "crashed: it left an empty sample");
        }

        // Ctrl-C reaches the child too; it may be dead before this process has heard of it.
        await Task.Delay(s_interruptArrives, interrupted);
        return FailedSample.Of(
            planned,
            SampleStatus.Crashed,
            CrashReason.Of(result.ExitCode, result.StandardError)
        );
    }
}
