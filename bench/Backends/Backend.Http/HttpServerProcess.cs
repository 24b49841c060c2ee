using System.Diagnostics;
using Bench.Measurement.Hosting;
using Bench.Measurement.Runs;
using Bench.Results;

namespace Bench.Backend.Http;

/// <summary>The server's process. It ends when its input does, so never later than the process that started it.</summary>
internal sealed class HttpServerProcess : IDisposable
{
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(3);
    private readonly Process _process;
    private string? _complaint;
    private bool _closed;

    private HttpServerProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
            _complaint ??= string.IsNullOrWhiteSpace(line.Data) ? null : line.Data.Trim();
    }

    /// <summary>Its id.</summary>
    public int Id => _process.Id;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Path of its program.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "HttpServer.dll");

    /// <summary>Starts it and hears where it listens.</summary>
    /// <exception cref="LaneFailureException">It does not start.</exception>
    public static HttpServerProcess Start()
    {
        var server = new HttpServerProcess(
            new()
            {
                StartInfo = new(DotnetProgram.Host, [Program])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                },
            }
        );
        try
        {
            server._process.Start();
            server._process.BeginErrorReadLine();
            var line = server._process.StandardOutput.ReadLineAsync();
            server.Address =
                line.Wait(s_start) && line.Result is { } address
                    ? new(address)
                    : throw new LaneFailureException(
                        SampleStatus.Crashed,
                        $"http: {Program} {server.HowItIs()} instead of listening; see that the ASP.NET Core runtime is installed (dotnet --list-runtimes)"
                    );
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Whether it runs or how it ended, as the middle of a sentence.</summary>
    public string HowItIs() =>
        !_process.WaitForExit(TimeSpan.FromMilliseconds(500)) ? "does not answer"
        : _complaint is null ? $"ended with exit code {_process.ExitCode}"
        : $"ended with exit code {_process.ExitCode}: {_complaint}";

    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        try
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(s_farewell))
            {
                _process.Kill();
            }
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            // It has ended already, or never began.
        }

        _process.Dispose();
    }
}
