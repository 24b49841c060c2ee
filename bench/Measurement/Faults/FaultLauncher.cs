using System.Text.Json;
using Bench.Measurement.Hosting;
using Bench.Measurement.Runs;
using Bench.Results;
using CliWrap;
using CliWrap.Buffered;

namespace Bench.Measurement.Faults;

/// <summary>Tries faults, each in a process of its own that ends by itself or is ended.</summary>
public sealed class FaultLauncher : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(170);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-faults-");

    /// <summary>One fault to one cluster.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="model">Id of the model.</param>
    /// <param name="isDurable">Whether the model promises to keep what it has acknowledged.</param>
    /// <param name="program">Path of the model's program.</param>
    /// <param name="interrupted">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<FaultTrial> TryAsync(
        Fault fault,
        string model,
        bool isDurable,
        string program,
        CancellationToken interrupted
    )
    {
        ArgumentNullException.ThrowIfNull(fault);
        var facts = new FaultTrial
        {
            Fault = fault.Id,
            Title = fault.Title,
            Model = model,
            IsDurable = isDurable,
            Nodes = 0,
        };
        if (fault.WhyNot is { } reason)
        {
            return facts with { Missing = reason, IsSkipped = true };
        }

        var (requestPath, trialPath) = (PathOf("request.json"), PathOf("trial.json"));
        File.Delete(trialPath);
        AtomicFile.Write(
            requestPath,
            JsonSerializer.SerializeToUtf8Bytes(
                new FaultRequest(fault.Id, trialPath, facts),
                HostingJson.Default.FaultRequest
            )
        );
        using var timeout = new CancellationTokenSource(s_limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, interrupted);
        try
        {
            var result = await CliWrap
                .Cli.Wrap(DotnetProgram.Host)
                .WithArguments([program, FaultProcess.Option, requestPath])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(either.Token);
            return File.Exists(trialPath)
                ? JsonSerializer.Deserialize(
                    await File.ReadAllBytesAsync(trialPath, interrupted),
                    ResultsJson.Default.FaultTrial
                )!
                : facts with
                {
                    Missing = Died(result),
                };
        }
        catch (OperationCanceledException) when (!interrupted.IsCancellationRequested)
        {
            return facts with { Missing = $"no end after {s_limit.TotalSeconds:0} s; it was ended" };
        }
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private static string Died(BufferedCommandResult result)
    {
        var said = result.StandardError.Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        return $"its process ended with exit code {result.ExitCode}{(said.Length == 0 ? "" : $": {said[0]}")}";
    }
}
