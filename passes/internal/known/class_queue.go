package known

// queueClasses gives the class of the functions of queues, brokers and job
// runners. They hand their work to goroutines and wait for what comes back, so
// that their bodies say nothing of the network behind them.
//
// To acknowledge a message, or refuse it, is clean-up: if that is lost, the
// broker delivers the message once more. What waits for the broker's answer
// (AckSync, DoubleAck), and a commit of offsets, was asked for to be sure.
var queueClasses = classes{
	"github.com/hibiken/asynq": {
		Computed:    "ParseRedisURI Scheduler.Register",
		Cleanup:     "Client.Close Inspector.Close",
		Environment: "Client.* Inspector.* PeriodicTaskManager.* ResultWriter.* Scheduler.* Server.*",
	},
	"github.com/RichardKnop/machinery/v2": {
		// A schedule that cannot be read, a task that is no function.
		Computed: `
			Server.RegisterPeriodicChain Server.RegisterPeriodicChord Server.RegisterPeriodicGroup Server.RegisterPeriodicTask
			Server.RegisterTask Server.RegisterTasks`,
		Environment: `
			Server.SendChain Server.SendChainWithContext Server.SendChord Server.SendChordWithContext Server.SendGroup
			Server.SendGroupWithContext Server.SendTask Server.SendTaskWithContext Worker.Launch`,
	},
	"github.com/RichardKnop/machinery/v2/tasks": {
		Computed: "NewSignature",
	},
	"go.temporal.io/sdk/internal": {
		// workflow.Future is an alias of it. The result of an activity, or of
		// another workflow, comes with its error.
		Environment: "Future.Get",
	},
	"github.com/nats-io/nats.go": {
		Cleanup: `
			Conn.Drain Msg.Ack Msg.InProgress Msg.Nak Msg.NakWithDelay Msg.Term
			Subscription.AutoUnsubscribe Subscription.Drain Subscription.Unsubscribe`,
		Environment: `
			Conn.ChanQueueSubscribe Conn.ChanSubscribe Conn.Flush Conn.FlushTimeout Conn.FlushWithContext Conn.Publish
			Conn.PublishMsg Conn.PublishRequest Conn.QueueSubscribe Conn.QueueSubscribeSync Conn.Request Conn.RequestMsg
			Conn.RequestMsgWithContext Conn.RequestWithContext Conn.Subscribe Conn.SubscribeSync Connect Msg.AckSync
			Subscription.Fetch Subscription.FetchBatch Subscription.NextMsg Subscription.NextMsgWithContext`,
	},
	"github.com/nats-io/nats.go/jetstream": {
		Cleanup: "Msg.Ack Msg.InProgress Msg.Nak Msg.NakWithDelay Msg.Term",
		Environment: `
			Consumer.Consume Consumer.Fetch Consumer.FetchBytes Consumer.FetchNoWait Consumer.Messages Consumer.Next
			MessageBatch.Error MessagesContext.Next Msg.DoubleAck Publisher.PublishAsync Publisher.PublishMsgAsync`,
	},
	"github.com/nats-io/nats.go/micro": {
		Cleanup:     "Service.Stop",
		Environment: "AddService",
	},
	"github.com/segmentio/kafka-go": {
		Cleanup: "Conn.Close ConsumerGroup.Close Reader.Close",
		// What an asynchronous writer has not sent yet is sent by Close.
		Environment: `
			Conn.ReadMessage Conn.WriteMessages ConsumerGroup.Next Dial DialContext DialLeader DialPartition
			Generation.CommitOffsets Reader.CommitMessages Reader.FetchMessage Reader.ReadLag Reader.ReadMessage
			Reader.SetOffsetAt Writer.Close Writer.WriteMessages`,
	},
	"github.com/IBM/sarama": {
		Cleanup: "Client.Close ConsumerGroup.Close SyncProducer.AbortTxn SyncProducer.Close",
		Environment: `
			ConsumerGroup.Consume NewAsyncProducer NewClient NewClusterAdmin NewConsumer NewConsumerGroup NewSyncProducer
			SyncProducer.BeginTxn SyncProducer.CommitTxn SyncProducer.SendMessage SyncProducer.SendMessages`,
	},
	"github.com/rabbitmq/amqp091-go": {
		Cleanup: `
			Channel.Ack Channel.Cancel Channel.Close Channel.Nack Channel.Reject Channel.TxRollback Connection.Close
			Connection.CloseDeadline Delivery.Ack Delivery.Nack Delivery.Reject`,
		Environment: "Channel.* Connection.Channel Dial DialConfig DialTLS Open",
	},
}
