using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>A backend that breaks must not stop a lane, and its sample must not be used.</summary>
public sealed class RealBackendTests
{
    [Fact]
    public async Task The_first_failure_is_told_and_later_calls_return_at_once()
    {
        var backend = new Broken();

        backend.Call(1);
        await backend.CallAsync(2);
        backend.Call(3);

        Assert.Equal(1, backend.Asked);
        Assert.Equal("broken at 1", Assert.Throws<LaneFailureException>(backend.EndLoad).Message);
        Assert.Equal(1, backend.MostAtOnce);
    }

    private sealed class Broken : RealBackend<int>
    {
        public int Asked { get; private set; }

        public override void Close() { }

        protected override void Ask(int request)
        {
            Asked++;
            throw new IOException($"broken at {request}");
        }

        protected override ValueTask AskAsync(int request)
        {
            Ask(request);
            return ValueTask.CompletedTask;
        }

        protected override string Words(Exception error) => error.Message;
    }
}
