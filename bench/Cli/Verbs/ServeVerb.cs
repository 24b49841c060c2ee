using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bench.Cli.History;
using Bench.Cli.Measuring;
using Bench.Cli.Serving;
using Bench.Cli.Terminal;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>serve</c>: reports, history and trends as a small local site, until it is interrupted.</summary>
[Verb("serve", HelpText = "Reports, history and trends as a small site on this machine, read-only.")]
[Example("serve", "http://localhost:5080, until Ctrl-C")]
[Example("serve --port 8080 --reports /data/runs", "another port and folder")]
internal sealed class ServeVerb : IVerb
{
    private const int MostPort = 65_535;

    [Option("port", Default = 5_080, HelpText = "Port; 0 takes a free one.")]
    public int Port { get; set; }

    [Option(
        "address",
        Default = "127.0.0.1",
        HelpText = "Address to listen on: this machine alone by default. There is no password."
    )]
    public string Address { get; set; } = "";

    [Option("reports", HelpText = "The folder that holds the runs; by default reports/.")]
    public string? Reports { get; set; }

    [Option("history", HelpText = HistoryTarget.Help)]
    public string? History { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        var folder = new ServedFolder(Reports ?? Path.Combine(BuildFacts.Repository, "reports"));
        if (!Directory.Exists(folder.Path))
        {
            throw new UserException(
                $"{folder.Path}: no such folder; give the one that holds the runs with --reports"
            );
        }

        using var interrupt = new Interrupt();
        Task.Run(() => ServeAsync(folder, interrupt.Token)).GetAwaiter().GetResult();
        return ExitCode.Fine;
    }

    private async Task ServeAsync(ServedFolder folder, CancellationToken interrupted)
    {
        var history = new ServedHistory(History);
        var site = Site.Build(Url(), Hosts(), folder, history.InWords, history.Trend);
        await using (site)
        {
            try
            {
                await site.StartAsync(CancellationToken.None);
            }
            catch (Exception error) when (error is IOException or SocketException)
            {
                throw new UserException(
                    $"port {Port} of {Address} cannot be had ({error.InnerException?.Message ?? error.Message}); give another with --port",
                    error
                );
            }

            await Console.Out.WriteLineAsync($"serving {folder.Path} at {site.Urls.First()}");
            Talk.Progress("Ctrl-C ends it");
            try
            {
                await Task.Delay(Timeout.Infinite, interrupted);
            }
            catch (OperationCanceledException)
            {
                await site.StopAsync(CancellationToken.None);
            }
        }
    }

    private string Url() =>
        Port is < 0 or > MostPort
            ? throw new UserException($"--port {Port}: give a number from 0 to {MostPort}")
        : IPAddress.TryParse(Address, out var address)
            ? string.Create(CultureInfo.InvariantCulture, $"http://{new IPEndPoint(address, Port)}")
        : throw new UserException(
            $"--address '{Address}': give an IP address of this machine, such as 127.0.0.1"
        );

    // Whoever opens it to others names the machine as they like; on this machine alone it answers to local names only.
    private string[] Hosts() =>
        IPAddress.IsLoopback(IPAddress.Parse(Address)) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];
}
