using Bench.Measurement.Machine;
using Xunit;

namespace Bench.Tests.Measurement.Machine;

public sealed class ProcessorAffinityTests
{
    [Fact]
    public void A_pinned_thread_may_run_on_its_processor_only_and_others_stay_as_they_were()
    {
        Assert.SkipWhen(ProcessorAffinity.WhyNot is not null, ProcessorAffinity.WhyNot ?? "");
        var before = ProcessorAffinity.Allowed();
        IReadOnlyList<int> inside = [];
        var ranOn = -1;

        Run(() =>
        {
            ProcessorAffinity.Pin(before[^1]);
            inside = ProcessorAffinity.Allowed();
            ranOn = Thread.GetCurrentProcessorId();
        });

        Assert.Equal([before[^1]], inside);
        Assert.Equal(before[^1], ranOn);
        Assert.Equal(before, ProcessorAffinity.Allowed());
    }

    [Fact]
    public void A_processor_that_is_not_there_is_an_error_that_names_the_call()
    {
        Assert.SkipWhen(ProcessorAffinity.WhyNot is not null, ProcessorAffinity.WhyNot ?? "");

        var error = Assert.Throws<InvalidOperationException>(() => ProcessorAffinity.Pin(1_023));

        Assert.StartsWith("sched_setaffinity: ", error.Message, StringComparison.Ordinal);
    }

    private static void Run(ThreadStart body)
    {
        var thread = new Thread(body);
        thread.Start();
        thread.Join();
    }
}
