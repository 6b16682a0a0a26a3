// A plain grammY bot to compare with: ten questions in one conversation, whose place is kept in
// MongoDB. It understands nothing and keeps no record.
import { createServer } from "node:http";
import { conversations, createConversation } from "@grammyjs/conversations";
import { MongoDBAdapter } from "@grammyjs/storage-mongodb";
import { Bot, webhookCallback } from "grammy";
import { MongoClient } from "mongodb";

const QUESTIONS = ["姓名？", "手机？", "性质？", "渠道？", "队伍？", "重点？", "区域？", "在做什么？", "类似经验？", "要求？"];

const { BOT_TOKEN, API_ROOT, MONGODB_URI } = process.env;
const mongo = await new MongoClient(MONGODB_URI).connect();
const collection = mongo.db("grammy").collection("conversations");
// The adapter finds a conversation by its key.
await collection.createIndex({ key: 1 }, { unique: true });

const bot = new Bot(BOT_TOKEN, { client: { apiRoot: API_ROOT } });

async function intake(conversation, ctx) {
  const answers = [];
  for (const question of QUESTIONS) {
    await ctx.reply(question);
    answers.push((await conversation.waitFor("message:text")).msg.text);
  }
  await ctx.reply(`记下了：${answers.join("，")}`);
}

bot.use(
  conversations({
    storage: { type: "key", version: 0, adapter: new MongoDBAdapter({ collection }) },
  }),
);
bot.use(createConversation(intake));
bot.on("message:text", (ctx) => ctx.conversation.enter("intake"));
await bot.init();

const server = createServer(webhookCallback(bot, "http"));
server.listen(0, "127.0.0.1", () => console.log(`listening ${server.address().port}`));
