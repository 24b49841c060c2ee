using System.Globalization;
using Bench.Measurement.Backend;

namespace Bench.Backend.Http;

/// <summary>
/// The simulated device in another process, reached over HTTP/1.1 on loopback: as many connections as there may be calls at once,
/// each kept open.
/// </summary>
/// <typeparam name="TRequest">What is asked; the server is told its service time only.</typeparam>
public sealed class HttpBackend<TRequest> : RealBackend<TRequest>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private readonly BackendSetup<TRequest> _setup;
    private readonly HttpServerProcess _server;
    private readonly HttpClient _client;
    private long _calls;

    public HttpBackend(BackendSetup<TRequest> setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        _setup = setup;
        _server = HttpServerProcess.Start();
        _client = new(
            new SocketsHttpHandler
            {
                MaxConnectionsPerServer = setup.Limit,
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
            }
        )
        {
            BaseAddress = _server.Address,
            Timeout = s_patience,
        };
    }

    public override IReadOnlyList<int> Processes => [_server.Id];

    public override void Close()
    {
        _client.Dispose();
        _server.Dispose();
    }

    protected override void Ask(TRequest request)
    {
        var number = Interlocked.Increment(ref _calls);
        using var message = Message(number, request);
        using var response = _client.Send(message);
        using var reader = new StreamReader(response.EnsureSuccessStatusCode().Content.ReadAsStream());
        Check(number, reader.ReadToEnd());
    }

    protected override async ValueTask AskAsync(TRequest request)
    {
        var number = Interlocked.Increment(ref _calls);
        using var message = Message(number, request);
        using var response = await _client.SendAsync(message).ConfigureAwait(false);
        var answer = await response
            .EnsureSuccessStatusCode()
            .Content.ReadAsStringAsync()
            .ConfigureAwait(false);
        Check(number, answer);
    }

    protected override string Words(Exception error) =>
        $"http: the server on {_server.Address.Authority} {_server.HowItIs()} ({(error.InnerException ?? error).Message.ReplaceLineEndings(" ")}); resume the run to measure this again";

    private HttpRequestMessage Message(long number, TRequest request) =>
        new(
            HttpMethod.Get,
            new Uri(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/calls/{number}?microseconds={(long)_setup.ServiceTime(request).TotalMicroseconds}"
                ),
                UriKind.Relative
            )
        );

    private static void Check(long number, string answer)
    {
        if (answer != number.ToString(CultureInfo.InvariantCulture))
        {
            throw new InvalidDataException($"call {number} was answered by '{answer}'");
        }
    }
}
