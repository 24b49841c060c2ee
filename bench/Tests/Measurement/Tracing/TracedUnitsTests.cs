using System.Runtime.CompilerServices;
using Bench.Measurement;
using Bench.Measurement.Recording;
using Bench.Measurement.Tracing;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Measurement.Tracing;

/// <summary>Where a unit's time goes, in virtual time that is known to the nanosecond.</summary>
public sealed class TracedUnitsTests : TracerFixture
{
    [Fact]
    public void What_a_unit_is_not_in_a_step_or_at_the_backend_it_waits()
    {
        Tracer.Open();
        using (Units.Enter())
        {
            Do(Parse, 10);
            Pass(30);
            CallBackend(service: 40, waking: 5);
            Pass(15);
        }

        Tracer.Close();

        var units = Assert.Single(Tracer.ToTrace()!.Units);
        Assert.Equal(new TracedUnits("parse + backend", 100e-9, 10e-9, 40e-9, 5e-9), units);
        Assert.Equal(45e-9, units.OtherSeconds, 1e-15);
    }

    [Fact]
    public void Only_what_lies_within_the_window_counts()
    {
        var before = Units.Enter();
        Do(Parse, 1_000);
        var call = Call();
        Pass(100);

        Tracer.Open();
        Pass(20);
        Answer(call, waking: 0);
        Pass(30);
        var late = Call();
        Pass(50);
        Tracer.Close();

        Pass(1_000);
        Answer(late, waking: 100);
        before.Dispose();
        var trace = Tracer.ToTrace()!;
        Assert.Equal(100e-9, trace.WindowSeconds, 1e-15);
        Assert.Equal(new TracedUnits("parse + backend", 100e-9, 0, 70e-9, 0), Assert.Single(trace.Units));
    }

    [Fact]
    public void Several_windows_add_up_and_what_is_between_them_does_not_count()
    {
        using (Units.Enter())
        {
            for (var iteration = 0; iteration < 3; iteration++)
            {
                Tracer.Open();
                Do(Parse, 25);
                Pass(75);
                Tracer.Close();
                Do(Parse, 1_000);
            }
        }

        var trace = Tracer.ToTrace()!;
        Assert.Equal(300e-9, trace.WindowSeconds, 1e-15);
        Assert.Equal(new TracedUnits("parse", 300e-9, 75e-9, 0, 0), Assert.Single(trace.Units));
    }

    [Fact]
    public void Units_are_told_apart_by_the_step_that_they_begin_with()
    {
        Tracer.Open();
        for (var number = 0; number < 2; number++)
        {
            using var walker = Units.Enter();
            Do(Parse, 10);
            Do(Write, 20);
        }

        using (Units.Enter())
        {
            Do(Write, 5);
        }

        using (Units.Enter())
        {
            Pass(7);
        }

        Tracer.Close();

        Assert.Equal(
            [
                new("", 7e-9, 0, 0, 0),
                new("parse + write", 60e-9, 60e-9, 0, 0),
                new TracedUnits("write", 5e-9, 5e-9, 0, 0),
            ],
            Tracer.ToTrace()!.Units
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
        Tracer.Open();
        using (Units.Enter())
        {
            for (var operation = 0; operation < 200_000; operation++)
            {
                arrival += random.NextExponential(Service / utilisation);
                Clock.WaitUntil((long)arrival);
                Do(Parse, (long)random.NextExponential(Service));
            }
        }

        Tracer.Close();

        var units = Assert.Single(Tracer.ToTrace()!.Units);
        Assert.Equal(1 - utilisation, units.OtherSeconds / units.LifetimeSeconds, 0.02);
    }

    [Fact]
    public async Task A_unit_is_known_by_its_flow_through_awaits_and_others_do_not_disturb_it()
    {
        Tracer.Open();
        await Task.WhenAll(WorkAsync(Parse), WorkAsync(Write));
        Tracer.Close();

        Assert.Equal(["parse", "write"], Tracer.ToTrace()!.Units.Select(units => units.Steps));

        async Task WorkAsync(int step)
        {
            using var unit = Units.Enter();
            for (var turn = 0; turn < 20; turn++)
            {
                await Task.Yield();
                Tracer.End(step, turn, Tracer.Begin());
            }
        }
    }

    [Fact]
    public void A_unit_within_a_unit_gives_the_flow_back()
    {
        Tracer.Open();
        using (Units.Enter())
        {
            using (Units.Enter())
            {
                Do(Write, 1);
            }

            Do(Parse, 1);
        }

        Tracer.Close();

        Assert.Equal(["parse", "write"], Tracer.ToTrace()!.Units.Select(units => units.Steps));
    }

    [Fact]
    public void Units_with_callbacks_are_known_by_what_the_model_says_is_running()
    {
        object? running = null;
        var tracer = new Tracer(Steps, Clock, () => running);
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
        var tracer = new Tracer(Steps, Clock, () => running);
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
        Tracer.Open();
        Units.Started();
        Units.Started();
        Do(Parse, 30);
        Pass(70);
        Units.Ended();
        Units.Ended();
        Tracer.Close();

        Assert.Equal(new TracedUnits("parse", 200e-9, 30e-9, 0, 0), Assert.Single(Tracer.ToTrace()!.Units));
    }

    /// <summary>TPL Dataflow and Rx carry the flow of whoever posts into their own tasks.</summary>
    [Fact]
    public void Units_whose_steps_overlap_are_not_told_apart_and_the_sums_are_right_all_the_same()
    {
        Tracer.Open();
        using (Units.Enter())
        {
            Do(Parse, 10);
        }

        using (Units.Enter())
        {
            var one = Tracer.Begin();
            Pass(5);
            var other = Tracer.Begin();
            Pass(5);
            Tracer.End(Write, 1, one);
            Tracer.End(Write, 2, other);
        }

        Tracer.Close();

        Assert.Equal(
            new TracedUnits("parse + write", 20e-9, 25e-9, 0, 0),
            Assert.Single(Tracer.ToTrace()!.Units)
        );
    }

    [Fact]
    public void One_that_is_off_sees_nothing()
    {
        var units = new UnitCounter();
        using (units.Enter())
        {
            Assert.Equal(0, Bench.Measurement.Tracing.Tracer.Off.Begin());
            Bench.Measurement.Tracing.Tracer.Off.End(Parse, 1, 0);
            Bench.Measurement.Tracing.Tracer.Off.Open();
            Bench.Measurement.Tracing.Tracer.Off.Close();
        }

        Assert.Null(Bench.Measurement.Tracing.Tracer.Off.ToTrace());
    }

    [Fact]
    public void A_unit_that_has_ended_is_not_kept()
    {
        Tracer.Open();
        var unit = LiveAndDie();

        GC.Collect();
        Assert.False(unit.IsAlive);
        Tracer.Close();
        Assert.Single(Tracer.ToTrace()!.Units);

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference LiveAndDie()
        {
            var unit = Tracer.Enter()!;
            Do(Parse, 1);
            Tracer.Leave(unit);
            return new(unit);
        }
    }
}
