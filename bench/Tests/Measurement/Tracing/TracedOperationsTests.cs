using Bench.Results;
using Xunit;

namespace Bench.Tests.Measurement.Tracing;

/// <summary>Operations that are kept from beginning to end, in virtual time.</summary>
public sealed class TracedOperationsTests : TracerFixture
{
    [Fact]
    public void Operations_are_kept_from_beginning_to_end_and_no_more_than_were_asked_for()
    {
        Tracer.SampleAt(500);
        for (var operation = 0; operation < 100; operation++)
        {
            Tracer.Starts(operation, Clock.Now);
            Pass(40);
            Do(Parse, 60, operation: operation);
            Tracer.Ends(operation, Clock.Now);
        }

        Tracer.Open();
        Tracer.Close();
        var operations = Tracer.ToTrace()!.Operations;

        Assert.Equal(
            Enumerable.Range(5, 8).Select(number => (long)number),
            operations.Select(item => item.Number)
        );
        Assert.Equal((0, 100), (operations[0].From, operations[0].Until));
        Assert.Equal((700, 800), (operations[7].From, operations[7].Until));
        Assert.Equal(new TracedSpan("parse", 740, 800), Assert.Single(operations[7].Spans));
    }

    [Fact]
    public void A_call_of_the_backend_belongs_to_the_operation_that_its_thread_took_up()
    {
        Tracer.SampleFrom(7);
        Tracer.Starts(7, 0);
        Pass(10);
        Tracer.TakesUp(7);
        CallBackend(service: 40, waking: 3);
        CallBackend(service: 40, waking: 3);
        Tracer.Ends(7, Clock.Now);
        Tracer.Open();
        Tracer.Close();

        var operation = Assert.Single(Tracer.ToTrace()!.Operations);
        Assert.Equal([new("backend", 10, 50), new TracedSpan("waking", 50, 53)], operation.Spans);
    }

    [Fact]
    public void A_call_of_which_is_not_known_what_it_was_made_for_belongs_to_theUnits_next_step()
    {
        Tracer.SampleFrom(7);
        Tracer.Starts(7, 0);
        using (Units.Enter())
        {
            CallBackend(service: 40, waking: 3);
            Do(Parse, 5, operation: 7);
            Do(Write, 5, operation: 7);
        }

        Tracer.Ends(7, Clock.Now);
        Tracer.Open();
        Tracer.Close();

        var operation = Assert.Single(Tracer.ToTrace()!.Operations);
        Assert.Equal(["backend", "waking", "parse", "write"], operation.Spans.Select(span => span.Name));
        Assert.Equal(new TracedSpan("backend", 0, 40), operation.Spans[0]);
    }
}
