using Bench.Measurement.Backend;
using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;
using Bench.Measurement.Tracing;

namespace Bench.Tests.Measurement.Tracing;

/// <summary>A tracer in virtual time, and what a lane does to it.</summary>
public abstract class TracerFixture
{
    protected const int Parse = 0;
    protected const int Write = 1;

    protected TracerFixture()
    {
        Tracer = new(Steps, Clock);
        Units = new() { Tracer = Tracer };
    }

    protected static string[] Steps { get; } = ["parse", "write"];

    private protected VirtualClock Clock { get; } = new();

    protected Tracer Tracer { get; }

    protected UnitCounter Units { get; }

    protected void Pass(long nanoseconds) => Clock.WaitUntil(Clock.Now + nanoseconds);

    protected void Do(int step, long nanoseconds, Tracer? tracer = null, long operation = -1)
    {
        var begun = (tracer ?? Tracer).Begin();
        Pass(nanoseconds);
        (tracer ?? Tracer).End(step, operation, begun);
    }

    protected void CallBackend(long service, long waking)
    {
        var call = Call();
        Pass(service);
        Answer(call, waking);
    }

    private protected DeviceCall Call(Tracer? tracer = null)
    {
        var call = new DeviceCall { ArrivedAt = Clock.Now };
        (tracer ?? Tracer).Calls(call);
        return call;
    }

    private protected void Answer(DeviceCall call, long waking)
    {
        call.AnsweredAt = Clock.Now;
        Pass(waking);
        call.Answer();
    }

    private protected sealed class DeviceCall : BackendCall
    {
        public override void Answer() => GoOn();
    }
}
