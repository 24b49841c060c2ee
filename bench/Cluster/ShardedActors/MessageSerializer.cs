using System.Buffers.Binary;
using Akka.Actor;
using Akka.Serialization;

namespace Bench.ShardedActors;

/// <summary>The two messages as little-endian bytes of a fixed length: what the default, JSON, would take ten times longer for.</summary>
/// <param name="system">The system that it serves.</param>
internal sealed class MessageSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private const string RequestManifest = "r";
    private const string AnswerManifest = "a";
    private const int RequestBytes = 25;
    private const int AnswerBytes = 16;

    /// <summary>Permanent number among the serializers of a system; those up to 40 are Akka's own.</summary>
    public override int Identifier => 4_711;

    public override string Manifest(object o) => o is Request ? RequestManifest : AnswerManifest;

    public override byte[] ToBinary(object obj)
    {
        if (obj is Request request)
        {
            var bytes = new byte[RequestBytes];
            bytes[0] = (byte)request.Ask;
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(1), request.Number);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(9), request.Entity);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(13), request.Other);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(17), request.Amount);
            return bytes;
        }

        var answer = (Answer)obj;
        var told = new byte[AnswerBytes];
        BinaryPrimitives.WriteInt64LittleEndian(told, answer.Number);
        BinaryPrimitives.WriteInt32LittleEndian(told.AsSpan(8), answer.Node);
        BinaryPrimitives.WriteInt32LittleEndian(told.AsSpan(12), answer.Outcome);
        return told;
    }

    public override object FromBinary(byte[] bytes, string manifest) =>
        manifest == RequestManifest
            ? new Request(
                (Ask)bytes[0],
                BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(1)),
                BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(9)),
                BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(13)),
                BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(17))
            )
            : new Answer(
                BinaryPrimitives.ReadInt64LittleEndian(bytes),
                BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)),
                BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12))
            );
}
