using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;

namespace Bench.Backend.Http;

/// <summary>Starts the server once and ends it.</summary>
public sealed class HttpProbe : IBackendProbe
{
    public bool TakesAddress => false;

    public string? WhyNot(int limit)
    {
        try
        {
            HttpServerProcess.Start().Dispose();
            return null;
        }
        catch (LaneFailureException error)
        {
            return error.Message;
        }
    }
}
