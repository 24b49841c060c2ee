using System.Runtime.CompilerServices;
using Bench.Measurement;
using Bench.Measurement.Backend;
using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;
using Bench.Measurement.Tracing;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Measurement.Tracing;

/// <summary>Where a unit's time goes, in virtual time that is known to the nanosecond.</summary>
public sealed class TracerTests
{
    private const int Parse = 0;
    private const int Write = 1;
    private static readonly string[] s_steps = ["parse", "write"];
    private readonly VirtualClock _clock = new();
    private readonly Tracer _tracer;
    private readonly UnitCounter _units;

    public TracerTests()
    {
        _tracer = new(s_steps, _clock);
        _units = new() { Tracer = _tracer };
    }

    [Fact]
    public void What_a_unit_is_not_in_a_step_or_at_the_backend_it_waits()
    {
        _tracer.Open();
        using (_units.Enter())
        {
            Do(Parse, 10);
            Pass(30);
            CallBackend(service: 40, waking: 5);
            Pass(15);
        }

        _tracer.Close();

        var units = Assert.Single(_tracer.ToTrace()!.Units);
        Assert.Equal(new TracedUnits("parse + backend", 100e-9, 10e-9, 40e-9, 5e-9), units);
        Assert.Equal(45e-9, units.OtherSeconds, 1e-15);
    }

    [Fact]
    public void Only_what_lies_within_the_window_counts()
    {
        var before = _units.Enter();
        Do(Parse, 1_000);
        var call = Call();
        Pass(100);

        _tracer.Open();
        Pass(20);
        Answer(call, waking: 0);
        Pass(30);
        var late = Call();
        Pass(50);
        _tracer.Close();

        Pass(1_000);
        Answer(late, waking: 100);
        before.Dispose();
        var trace = _tracer.ToTrace()!;
        Assert.Equal(100e-9, trace.WindowSeconds, 1e-15);
        Assert.Equal(new TracedUnits("parse + backend", 100e-9, 0, 70e-9, 0), Assert.Single(trace.Units));
    }

    [Fact]
    public void Several_windows_add_up_and_what_is_between_them_does_not_count()
    {
        using (_units.Enter())
        {
            for (var iteration = 0; iteration < 3; iteration++)
            {
                _tracer.Open();
                Do(Parse, 25);
                Pass(75);
                _tracer.Close();
                Do(Parse, 1_000);
            }
        }

        var trace = _tracer.ToTrace()!;
        Assert.Equal(300e-9, trace.WindowSeconds, 1e-15);
        Assert.Equal(new TracedUnits("parse", 300e-9, 75e-9, 0, 0), Assert.Single(trace.Units));
    }

    [Fact]
    public void Units_are_told_apart_by_the_step_that_they_begin_with()
    {
        _tracer.Open();
        for (var number = 0; number < 2; number++)
        {
            using var walker = _units.Enter();
            Do(Parse, 10);
            Do(Write, 20);
        }

        using (_units.Enter())
        {
            Do(Write, 5);
        }

        using (_units.Enter())
        {
            Pass(7);
        }

        _tracer.Close();

        Assert.Equal(
            [
                new("", 7e-9, 0, 0, 0),
                new("parse + write", 60e-9, 60e-9, 0, 0),
                new TracedUnits("write", 5e-9, 5e-9, 0, 0),
            ],
            _tracer.ToTrace()!.Units
        );
    }

    /// <summary>A server of an M/M/1 queue is idle for a share of 1 − ρ of its time.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void The_share_that_a_server_waits_is_what_queueing_theory_says(double utilisation)
    {
        const double Service = 1_000;
        var random = new SplitMix64(2026);
        var arrival = 0.0;
        _tracer.Open();
        using (_units.Enter())
        {
            for (var operation = 0; operation < 200_000; operation++)
            {
                arrival += random.NextExponential(Service / utilisation);
                _clock.WaitUntil((long)arrival);
                Do(Parse, (long)random.NextExponential(Service));
            }
        }

        _tracer.Close();

        var units = Assert.Single(_tracer.ToTrace()!.Units);
        Assert.Equal(1 - utilisation, units.OtherSeconds / units.LifetimeSeconds, 0.02);
    }

    [Fact]
    public async Task A_unit_is_known_by_its_flow_through_awaits_and_others_do_not_disturb_it()
    {
        _tracer.Open();
        await Task.WhenAll(WorkAsync(Parse), WorkAsync(Write));
        _tracer.Close();

        Assert.Equal(["parse", "write"], _tracer.ToTrace()!.Units.Select(units => units.Steps));

        async Task WorkAsync(int step)
        {
            using var unit = _units.Enter();
            for (var turn = 0; turn < 20; turn++)
            {
                await Task.Yield();
                _tracer.End(step, turn, _tracer.Begin());
            }
        }
    }

    [Fact]
    public void A_unit_within_a_unit_gives_the_flow_back()
    {
        _tracer.Open();
        using (_units.Enter())
        {
            using (_units.Enter())
            {
                Do(Write, 1);
            }

            Do(Parse, 1);
        }

        _tracer.Close();

        Assert.Equal(["parse", "write"], _tracer.ToTrace()!.Units.Select(units => units.Steps));
    }

    [Fact]
    public void Units_with_callbacks_are_known_by_what_the_model_says_is_running()
    {
        object? running = null;
        var tracer = new Tracer(s_steps, _clock, () => running);
        var units = new UnitCounter { Tracer = tracer };
        tracer.Open();
        foreach (var (owner, step) in new[] { ("parser", Parse), ("writer", Write) })
        {
            running = owner;
            units.Started();
            running = null;
            Pass(10);
            running = owner;
            Do(step, 5, tracer);
            Pass(5);
            units.Ended();
        }

        tracer.Close();

        Assert.Equal(
            [new("parse", 20e-9, 5e-9, 0, 0), new TracedUnits("write", 20e-9, 5e-9, 0, 0)],
            tracer.ToTrace()!.Units
        );
    }

    [Fact]
    public void A_unit_with_callbacks_goes_on_while_the_backend_has_its_call()
    {
        object? running = "gate";
        var tracer = new Tracer(s_steps, _clock, () => running);
        var units = new UnitCounter { Tracer = tracer };
        tracer.Open();
        units.Started();
        var call = Call(tracer);
        Pass(44);
        Answer(call, waking: 1);
        units.Ended();
        tracer.Close();

        Assert.Equal(new TracedUnits("backend", 45e-9, 0, 0, 0), Assert.Single(tracer.ToTrace()!.Units));
    }

    [Fact]
    public void Where_the_model_cannot_say_which_unit_runs_the_sums_are_right_all_the_same()
    {
        _tracer.Open();
        _units.Started();
        _units.Started();
        Do(Parse, 30);
        Pass(70);
        _units.Ended();
        _units.Ended();
        _tracer.Close();

        Assert.Equal(new TracedUnits("parse", 200e-9, 30e-9, 0, 0), Assert.Single(_tracer.ToTrace()!.Units));
    }

    /// <summary>TPL Dataflow and Rx carry the flow of whoever posts into their own tasks.</summary>
    [Fact]
    public void Units_whose_steps_overlap_are_not_told_apart_and_the_sums_are_right_all_the_same()
    {
        _tracer.Open();
        using (_units.Enter())
        {
            Do(Parse, 10);
        }

        using (_units.Enter())
        {
            var one = _tracer.Begin();
            Pass(5);
            var other = _tracer.Begin();
            Pass(5);
            _tracer.End(Write, 1, one);
            _tracer.End(Write, 2, other);
        }

        _tracer.Close();

        Assert.Equal(
            new TracedUnits("parse + write", 20e-9, 25e-9, 0, 0),
            Assert.Single(_tracer.ToTrace()!.Units)
        );
    }

    [Fact]
    public void Operations_are_kept_from_beginning_to_end_and_no_more_than_were_asked_for()
    {
        _tracer.SampleAt(500);
        for (var operation = 0; operation < 100; operation++)
        {
            _tracer.Starts(operation, _clock.Now);
            Pass(40);
            Do(Parse, 60, operation: operation);
            _tracer.Ends(operation, _clock.Now);
        }

        _tracer.Open();
        _tracer.Close();
        var operations = _tracer.ToTrace()!.Operations;

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
        _tracer.SampleFrom(7);
        _tracer.Starts(7, 0);
        Pass(10);
        _tracer.TakesUp(7);
        CallBackend(service: 40, waking: 3);
        CallBackend(service: 40, waking: 3);
        _tracer.Ends(7, _clock.Now);
        _tracer.Open();
        _tracer.Close();

        var operation = Assert.Single(_tracer.ToTrace()!.Operations);
        Assert.Equal([new("backend", 10, 50), new TracedSpan("waking", 50, 53)], operation.Spans);
    }

    [Fact]
    public void A_call_of_which_is_not_known_what_it_was_made_for_belongs_to_the_units_next_step()
    {
        _tracer.SampleFrom(7);
        _tracer.Starts(7, 0);
        using (_units.Enter())
        {
            CallBackend(service: 40, waking: 3);
            Do(Parse, 5, operation: 7);
            Do(Write, 5, operation: 7);
        }

        _tracer.Ends(7, _clock.Now);
        _tracer.Open();
        _tracer.Close();

        var operation = Assert.Single(_tracer.ToTrace()!.Operations);
        Assert.Equal(["backend", "waking", "parse", "write"], operation.Spans.Select(span => span.Name));
        Assert.Equal(new TracedSpan("backend", 0, 40), operation.Spans[0]);
    }

    [Fact]
    public void One_that_is_off_sees_nothing()
    {
        var units = new UnitCounter();
        using (units.Enter())
        {
            Assert.Equal(0, Tracer.Off.Begin());
            Tracer.Off.End(Parse, 1, 0);
            Tracer.Off.Open();
            Tracer.Off.Close();
        }

        Assert.Null(Tracer.Off.ToTrace());
    }

    [Fact]
    public void A_unit_that_has_ended_is_not_kept()
    {
        _tracer.Open();
        var unit = LiveAndDie();

        GC.Collect();
        Assert.False(unit.IsAlive);
        _tracer.Close();
        Assert.Single(_tracer.ToTrace()!.Units);

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference LiveAndDie()
        {
            var unit = _tracer.Enter()!;
            Do(Parse, 1);
            _tracer.Leave(unit);
            return new(unit);
        }
    }

    private void Pass(long nanoseconds) => _clock.WaitUntil(_clock.Now + nanoseconds);

    private void Do(int step, long nanoseconds, Tracer? tracer = null, long operation = -1)
    {
        var begun = (tracer ?? _tracer).Begin();
        Pass(nanoseconds);
        (tracer ?? _tracer).End(step, operation, begun);
    }

    private void CallBackend(long service, long waking)
    {
        var call = Call();
        Pass(service);
        Answer(call, waking);
    }

    private DeviceCall Call(Tracer? tracer = null)
    {
        var call = new DeviceCall { ArrivedAt = _clock.Now };
        (tracer ?? _tracer).Calls(call);
        return call;
    }

    private void Answer(DeviceCall call, long waking)
    {
        call.AnsweredAt = _clock.Now;
        Pass(waking);
        call.Answer();
    }

    private sealed class DeviceCall : BackendCall
    {
        public override void Answer() => GoOn();
    }
}
