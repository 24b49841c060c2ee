using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>A block per member, which posts the token to the next one.</summary>
public class Threadring : Workloads.Threadring
{
    private ActionBlock<RingToken>[] _members = [];
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        _members = [.. Members.Select(NewMember)];
        _ended = Units.CountAsync(_members);
    }

    protected override void Play()
    {
        _members[0].Post(First);
        AwaitLastHop();
    }

    protected override void Close()
    {
        Array.ForEach(_members, member => member.Complete());
        _ended.Wait();
    }

    private ActionBlock<RingToken> NewMember(RingMember member, int index) =>
        new(token =>
        {
            if (member.TryPassOn(token, out var passed))
            {
                _members[(index + 1) % _members.Length].Post(passed);
            }
        });
}
