<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About InitLab</source>
        <translation>关于 InitLab</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Rewind</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>Back to step 0 with the same weights, bit for bit</source>
        <translation>回到第 0 步，初始权重一位不差</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>One step back: every panel shows it</source>
        <translation>后退一步：所有面板都显示那一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the training</source>
        <translation>暂停训练</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Train until paused</source>
        <translation>一直训练，直到暂停</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Take one step: one update of the weights</source>
        <translation>走一步：权重更新一次</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>一轮</translation>
    </message>
    <message>
        <source>Take the steps of one pass over the data</source>
        <translation>走完一轮：把全部数据用一遍</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>为什么？(&amp;W)</translation>
    </message>
    <message>
        <source>Explain the diagnosis: its numbers, its formula, what to look at</source>
        <translation>解释诊断：它的数字、公式，以及该看哪里</translation>
    </message>
    <message>
        <source>&amp;Try the remedy</source>
        <translation>试试补救办法(&amp;T)</translation>
    </message>
    <message>
        <source>Apply what the diagnosis offers</source>
        <translation>采用诊断给出的办法</translation>
    </message>
    <message>
        <source>New draw</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Draw new weights with the next seed</source>
        <translation>用下一个种子抽取新的权重</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Pin this run: it trains beside those to come, to be compared</source>
        <translation>固定这次训练：它会和后面的一起训练，以便比较</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>The runs side by side: networks, gradients, what differs</source>
        <translation>把各次训练并排放：网络、梯度、有什么不同</translation>
    </message>
    <message>
        <source>Ensemble: 20 seeds</source>
        <translation>集合：20 个种子</translation>
    </message>
    <message>
        <source>Train 20 seeds of this experiment: a band beneath the loss</source>
        <translation>用 20 个种子训练这个实验：在损失曲线下画出一条带</translation>
    </message>
    <message>
        <source>Ensemble: 100 seeds</source>
        <translation>集合：100 个种子</translation>
    </message>
    <message>
        <source>Train 100 seeds of this experiment: a band beneath the loss</source>
        <translation>用 100 个种子训练这个实验：在损失曲线下画出一条带</translation>
    </message>
    <message>
        <source>&amp;Bookmark</source>
        <translation>书签(&amp;B)</translation>
    </message>
    <message>
        <source>Set a bookmark at this step, or take it away</source>
        <translation>在这一步设书签，或取消</translation>
    </message>
    <message>
        <source>&amp;Name the bookmark…</source>
        <translation>给书签命名(&amp;N)…</translation>
    </message>
    <message>
        <source>Write what there is to see at this step</source>
        <translation>写下这一步有什么可看</translation>
    </message>
    <message>
        <source>&amp;Previous bookmark</source>
        <translation>上一个书签(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the bookmark before this step</source>
        <translation>转到这一步之前的书签</translation>
    </message>
    <message>
        <source>Ne&amp;xt bookmark</source>
        <translation>下一个书签(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the bookmark after this step</source>
        <translation>转到这一步之后的书签</translation>
    </message>
    <message>
        <source>Take &amp;all bookmarks away</source>
        <translation>取消所有书签(&amp;A)</translation>
    </message>
    <message>
        <source>Take all bookmarks of this run away</source>
        <translation>取消这次训练的所有书签</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认设置</translation>
    </message>
    <message>
        <source>Return to the experiment of the first start</source>
        <translation>恢复为首次启动时的实验</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Begin with the experiment of the first start</source>
        <translation>从首次启动时的实验开始</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>&amp;Import data…</source>
        <translation>导入数据(&amp;I)…</translation>
    </message>
    <message>
        <source>Look at a CSV file and choose its columns to learn from</source>
        <translation>查看一个 CSV 文件，选择要学习的列</translation>
    </message>
    <message>
        <source>Restore &amp;unsaved work</source>
        <translation>恢复未保存的内容(&amp;U)</translation>
    </message>
    <message>
        <source>Open the changes that were not saved when the window was last closed</source>
        <translation>打开上次关闭窗口时没有保存的改动</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the experiment under another name</source>
        <translation>用另一个名字保存实验</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>撤销上一次修改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Apply the edit again</source>
        <translation>重新应用这次修改</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Larger type everywhere</source>
        <translation>所有文字变大</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Smaller type everywhere</source>
        <translation>所有文字变小</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>正常大小(&amp;N)</translation>
    </message>
    <message>
        <source>Type at 100 %</source>
        <translation>文字恢复为 100 %</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Full screen, for the projector</source>
        <translation>全屏，供投影使用</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>打开日志(&amp;L)</translation>
    </message>
    <message>
        <source>Open the folder of the log file</source>
        <translation>打开日志文件所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;About InitLab</source>
        <translation>关于 InitLab(&amp;A)</translation>
    </message>
    <message>
        <source>Version and libraries</source>
        <translation>版本与所用的库</translation>
    </message>
</context>
<context>
    <name>AnswerPlots</name>
    <message>
        <source>Fit</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Space trains. Change the initializer on the left.</source>
        <translation>按空格键训练。在左边换一种初始化方法。</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>The first row holds the &amp;names</source>
        <translation>第一行是名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Inputs</source>
        <translation>输入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Target column</source>
        <translation>目标列(&amp;T)</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目标列</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Largest gradient</source>
        <translation>最大梯度</translation>
    </message>
    <message>
        <source>{what}, step {step}</source>
        <translation>{what}，第 {step} 步</translation>
    </message>
    <message>
        <source>|dJ/dW|, log10</source>
        <translation>|dJ/dW|，log10</translation>
    </message>
    <message>
        <source>Ctrl+click goes to a step: every panel shows it</source>
        <translation>Ctrl+单击转到某一步：所有面板都显示它</translation>
    </message>
    <message>
        <source>Press P to pin this run, change one thing, and train both side by side.</source>
        <translation>按 P 固定这次训练，改动一处，然后一起训练。</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Gradients 0–{end}</source>
        <translation>梯度，0–{end} 步</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Term before (Left)</source>
        <translation>上一项（←）</translation>
    </message>
    <message>
        <source>Next term (Right)</source>
        <translation>下一项（→）</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>CsvDialog</name>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件……</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns, {delimiter} between them</source>
        <translation>{rows} 行，{columns} 列，以{delimiter}分隔</translation>
    </message>
    <message>
        <source>More than {count} problems: mend them in the file, or leave columns out</source>
        <translation>问题超过 {count} 个：请在文件中改正，或去掉一些列</translation>
    </message>
    <message>
        <source>Problems: {count}. Mend them in the file, or leave columns out.</source>
        <translation>问题：{count} 个。请在文件中改正，或去掉一些列。</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Import a CSV file</source>
        <translation>导入 CSV 文件</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Problems of the file</source>
        <translation>文件中的问题</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>应为</translation>
    </message>
</context>
<context>
    <name>DataImport</name>
    <message>
        <source>Choose a CSV file</source>
        <translation>选择 CSV 文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Draw points</source>
        <translation>画点</translation>
    </message>
    <message>
        <source>Edit points</source>
        <translation>编辑点</translation>
    </message>
    <message>
        <source>Standardize</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>修改数据</translation>
    </message>
    <message>
        <source>Change the loss</source>
        <translation>修改损失函数</translation>
    </message>
    <message>
        <source>Change the training</source>
        <translation>修改训练设置</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose another CSV file</source>
        <translation>选择另一个 CSV 文件</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>列(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose other columns of this file</source>
        <translation>选择这个文件的其他列</translation>
    </message>
    <message>
        <source>&amp;Dataset</source>
        <translation>数据集(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Loss</source>
        <translation>损失函数(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Optimizer</source>
        <translation>优化器(&amp;O)</translation>
    </message>
</context>
<context>
    <name>DataPreview</name>
    <message>
        <source>{train} train, {test} test</source>
        <translation>训练 {train} 个，测试 {test} 个</translation>
    </message>
    <message>
        <source>{train} train, {test} test. Click or drag to draw.</source>
        <translation>训练 {train} 个，测试 {test} 个。单击或拖动即可画点。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the first samples as a table</source>
        <translation>用表格显示前几个样本</translation>
    </message>
    <message>
        <source>Standardized</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Show the numbers as the network sees them</source>
        <translation>显示网络看到的数</translation>
    </message>
    <message>
        <source>Edit points</source>
        <translation>编辑点</translation>
    </message>
    <message>
        <source>Copy these points into the experiment, to draw more and erase some</source>
        <translation>把这些点复制到实验里，可以再画，也可以擦除</translation>
    </message>
</context>
<context>
    <name>DecisionPlot</name>
    <message>
        <source>The answer at each point</source>
        <translation>每一点的输出</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>answer {value}</source>
        <translation>输出 {value}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>train {percent} % right</source>
        <translation>训练 {percent} % 正确</translation>
    </message>
    <message>
        <source>test {percent} %</source>
        <translation>测试 {percent} %</translation>
    </message>
</context>
<context>
    <name>DiagnosisLine</name>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>What this means, and which formula says so (W)</source>
        <translation>这是什么意思，出自哪个公式 (W)</translation>
    </message>
    <message>
        <source>{remedy}, and begin at step 0 (T)</source>
        <translation>{remedy}，并从第 0 步开始 (T)</translation>
    </message>
    <message>
        <source>Try: {remedy}</source>
        <translation>试试：{remedy}</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试试</translation>
    </message>
</context>
<context>
    <name>DiagramView</name>
    <message>
        <source>Network diagram</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Number of neurons</source>
        <translation>神经元个数</translation>
    </message>
    <message>
        <source>1 to {most} neurons</source>
        <translation>1 到 {most} 个神经元</translation>
    </message>
</context>
<context>
    <name>DistributionPlot</name>
    <message>
        <source>Outputs A</source>
        <translation>输出 A</translation>
    </message>
    <message>
        <source>Sums Z</source>
        <translation>加权和 Z</translation>
    </message>
    <message>
        <source>Weights W</source>
        <translation>权重 W</translation>
    </message>
    <message>
        <source>Gradients dZ</source>
        <translation>梯度 dZ</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间</translation>
    </message>
    <message>
        <source>Now or over time</source>
        <translation>现在，或随时间</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>How the numbers of a layer spread over time</source>
        <translation>一层的数值怎样随时间散布</translation>
    </message>
    <message>
        <source>How the numbers of each layer are spread</source>
        <translation>每一层的数值如何分布</translation>
    </message>
    <message>
        <source>not
finite</source>
        <translation>非有
限值</translation>
    </message>
    <message>
        <source>{dead} of {units}
dead</source>
        <translation>{units} 个中
{dead} 个已死</translation>
    </message>
    <message>
        <source>{percent} %
saturated</source>
        <translation>{percent} %
饱和</translation>
    </message>
    <message>
        <source>{layer}: {mean} ± {std}</source>
        <translation>{layer}：{mean} ± {std}</translation>
    </message>
    <message>
        <source>{low} to {high}: {count}</source>
        <translation>{low} 到 {high}：{count} 个</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Initializer</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Data and training</source>
        <translation>数据与训练</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Step 0</source>
        <translation>第 0 步</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>逐层信号</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>New draw</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认设置</translation>
    </message>
    <message>
        <source>{file} has changed: it was read again, and a new run begins.</source>
        <translation>{file} 已改变：已重新读取，训练重新开始。</translation>
    </message>
</context>
<context>
    <name>DrawTools</name>
    <message>
        <source>Draw points of class {name}</source>
        <translation>画类别 {name} 的点</translation>
    </message>
    <message>
        <source>Erase points; the right mouse button does so, too</source>
        <translation>擦除点；也可以用鼠标右键</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>擦除点</translation>
    </message>
</context>
<context>
    <name>EndingModel</name>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>EquationsView</name>
    <message>
        <source>A filter: this is at its best place in each picture.</source>
        <translation>滤波器：这里是它在每张图上最佳位置的数值。</translation>
    </message>
    <message>
        <source>This path gives {share}; ⋯ are the other paths of this weight.</source>
        <translation>这条路径贡献 {share}；⋯ 是这个权重的其他路径。</translation>
    </message>
    <message>
        <source>Choose neurons in the diagram to lead the path through them</source>
        <translation>在图中选神经元，让路径经过它们</translation>
    </message>
    <message>
        <source>Choose a neuron in the diagram to light its row</source>
        <translation>在图中选一个神经元，点亮它的那一行</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>All equations</source>
        <translation>全部公式</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>InitLab: an error</source>
        <translation>InitLab：出错了</translation>
    </message>
    <message>
        <source>Something went wrong that InitLab did not foresee. Your experiment is kept; please save it. The text below helps whoever mends it.</source>
        <translation>发生了 InitLab 没有预料到的错误。您的实验还在，请保存。下面的文字有助于修复这个错误。</translation>
    </message>
    <message>
        <source>Errors since then, in the log: {}</source>
        <translation>此后又发生的错误（见日志）：{}</translation>
    </message>
    <message>
        <source>Text of the error</source>
        <translation>错误信息</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>打开日志(&amp;L)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExplanationPanel</name>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>该看哪里</translation>
    </message>
    <message>
        <source>What each step computed, largest of each layer; W is what it made of W</source>
        <translation>每一步算出的数，每层取最大的；W 是这一步更新后的 W</translation>
    </message>
    <message>
        <source>The last steps</source>
        <translation>最后几步</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试试</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>看位置</translation>
    </message>
    <message>
        <source>Select the layer and raise the plot that shows it</source>
        <translation>选中这一层，并打开显示它的图</translation>
    </message>
    <message>
        <source>One edit, to be undone as one; the run begins at step 0</source>
        <translation>一次修改，可以一次撤销；训练从第 0 步开始</translation>
    </message>
    <message>
        <source>The last steps; at step {step}, {place} was the first to overflow</source>
        <translation>最后几步；在第 {step} 步，{place} 最先溢出</translation>
    </message>
    <message>
        <source>The last steps; at step {step} the output is still finite, its loss is not: the errors are too large to be squared and added up</source>
        <translation>最后几步；第 {step} 步时输出仍是有限的数，损失却不是：误差太大，平方再相加就溢出了</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Restore unsaved work</source>
        <translation>恢复未保存的内容</translation>
    </message>
    <message>
        <source>Experiments (*{})</source>
        <translation>实验 (*{})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FitPlot</name>
    <message>
        <source>What it predicts beside what is true</source>
        <translation>预测值与真实值</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>typical error: train {error}</source>
        <translation>典型误差：训练 {error}</translation>
    </message>
    <message>
        <source>test {error}</source>
        <translation>测试 {error}</translation>
    </message>
    <message>
        <source>true {true}</source>
        <translation>真实 {true}</translation>
    </message>
    <message>
        <source>predicted {value}</source>
        <translation>预测 {value}</translation>
    </message>
    <message>
        <source>residual {value}</source>
        <translation>残差 {value}</translation>
    </message>
    <message>
        <source>true {target}</source>
        <translation>真实的{target}</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>predicted = true</source>
        <translation>预测 = 真实</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
</context>
<context>
    <name>FormulaLabel</name>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>σ of</source>
        <translation>σ 针对</translation>
    </message>
    <message>
        <source>measured σ</source>
        <translation>实测 σ</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>… {} more layers …</source>
        <translation>…… 还有 {} 层 ……</translation>
    </message>
</context>
<context>
    <name>GradientPlot</name>
    <message>
        <source>Gradient of each neuron</source>
        <translation>每个神经元的梯度</translation>
    </message>
    <message>
        <source>|dJ/dW|, log10</source>
        <translation>|dJ/dW|，log10</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Gradient of</source>
        <translation>梯度按</translation>
    </message>
    <message>
        <source>Gradient of each layer</source>
        <translation>每一层的梯度</translation>
    </message>
    <message>
        <source>|dJ/dW|</source>
        <translation>|dJ/dW|</translation>
    </message>
    <message>
        <source>Gradient of the chosen neurons</source>
        <translation>所选神经元的梯度</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Click a row to give its neuron a line of its own</source>
        <translation>单击一行，为该神经元单独画一条曲线</translation>
    </message>
    <message>
        <source>Ctrl+click goes to a step: every panel shows it</source>
        <translation>Ctrl+单击转到某一步：所有面板都显示它</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>smallest {value}</source>
        <translation>最小 {value}</translation>
    </message>
    <message>
        <source>largest {value}</source>
        <translation>最大 {value}</translation>
    </message>
    <message>
        <source>{count} neurons are chosen: the {most} chosen last have a line.</source>
        <translation>选中了 {count} 个神经元：最后选中的 {most} 个有曲线。</translation>
    </message>
</context>
<context>
    <name>InitializerPanel</name>
    <message>
        <source>Change the initializer</source>
        <translation>修改初始化方法</translation>
    </message>
    <message>
        <source>Change the biases</source>
        <translation>修改偏置</translation>
    </message>
    <message>
        <source>Change σ</source>
        <translation>修改 σ</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>作用于(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>权重(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Biases</source>
        <translation>偏置(&amp;B)</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>响应图</translation>
    </message>
    <message>
        <source>What the diagram shows</source>
        <translation>网络图显示什么</translation>
    </message>
    <message>
        <source>Sample of the training set</source>
        <translation>训练集中的样本</translation>
    </message>
    <message>
        <source>What the diagram shows: weights, gradients or the next update on the edges; the activations of one sample, or each neuron&apos;s over the plane</source>
        <translation>网络图显示什么：连线上的权重、梯度或下一次更新；一个样本的激活值，或每个神经元在平面上的激活值</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>|gradient|</source>
        <translation>|梯度|</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>非有限值</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Legend of the network diagram</source>
        <translation>网络图的图例</translation>
    </message>
    <message>
        <source>no maps: they need 2 inputs, these data have {count}</source>
        <translation>没有图：它需要 2 个输入，这些数据有 {count} 个</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Log scale</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>Equal distances for equal ratios: small losses stay visible</source>
        <translation>相同的比值占相同的距离：很小的损失也看得清</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Ctrl+click goes to a step: every panel shows it</source>
        <translation>Ctrl+单击转到某一步：所有面板都显示它</translation>
    </message>
    <message>
        <source>Press Space to train</source>
        <translation>按空格键开始训练</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>train {loss}</source>
        <translation>训练 {loss}</translation>
    </message>
    <message>
        <source>How wrong it is</source>
        <translation>错得有多厉害</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Train other seeds too: is it the weights or luck?</source>
        <translation>再训练别的种子：是权重的功劳，还是运气？</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Compare the runs on the test data, not the training data</source>
        <translation>在测试数据（而不是训练数据）上比较</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正确率</translation>
    </message>
    <message>
        <source>How often it is right</source>
        <translation>有多少答对</translation>
    </message>
    <message>
        <source>right (%)</source>
        <translation>正确 (%)</translation>
    </message>
    <message>
        <source>test {loss}</source>
        <translation>测试 {loss}</translation>
    </message>
    <message>
        <source>{letter} diverged</source>
        <translation>{letter} 发散</translation>
    </message>
    <message>
        <source>{loss}, {percent} %</source>
        <translation>{loss}，{percent} %</translation>
    </message>
    <message>
        <source>These data are values, not classes: no answer is simply right or wrong</source>
        <translation>这些数据是数值而不是类别：没有简单的对与错</translation>
    </message>
    <message>
        <source>How often the answer is the right class, below the loss</source>
        <translation>在损失下方显示：答对类别的比例</translation>
    </message>
    <message>
        <source>The first losses are so large that the rest lies flat: try Log scale.</source>
        <translation>最初的损失太大，后面都被压平了：试试“对数坐标”。</translation>
    </message>
    <message>
        <source>ln {classes} = {value}: knows nothing</source>
        <translation>ln {classes} = {value}：等于瞎猜</translation>
    </message>
    <message>
        <source>loss J (nats)</source>
        <translation>损失 J（奈特）</translation>
    </message>
    <message>
        <source>loss J (squared error)</source>
        <translation>损失 J（平方误差）</translation>
    </message>
    <message>
        <source>loss J (× variance of {target})</source>
        <translation>损失 J（× {target} 的方差）</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>MatrixPanel</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>First weights and biases</source>
        <translation>初始权重和偏置</translation>
    </message>
    <message>
        <source>At step 0, a row a neuron. Type a number, or paste from a spreadsheet.</source>
        <translation>第 0 步的值，每行一个神经元。可直接输入，也可从电子表格粘贴。</translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation>输入一个数</translation>
    </message>
    <message>
        <source>Paste numbers</source>
        <translation>粘贴数值</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Projector (white)</source>
        <translation>投影（白底）(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Default layout</source>
        <translation>默认布局(&amp;D)</translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Does not fit the loss: {loss}</source>
        <translation>与损失函数不匹配：{loss}</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Nudge its first weight</source>
        <translation>微调它的第一个权重</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Shared filter {side} × {side}</source>
        <translation>共享滤波器 {side} × {side}</translation>
    </message>
    <message>
        <source>Line in the gradient plot</source>
        <translation>在梯度图中单独画线</translation>
    </message>
    <message>
        <source>Only the {most} neurons chosen last have a line.</source>
        <translation>只有最后选中的 {most} 个神经元有曲线。</translation>
    </message>
    <message>
        <source>Type the weight…</source>
        <translation>输入权重…</translation>
    </message>
    <message>
        <source>Type the bias…</source>
        <translation>输入偏置…</translation>
    </message>
    <message>
        <source>Nudge the weight by {}</source>
        <translation>把权重微调 {}</translation>
    </message>
    <message>
        <source>Nudge the bias by {}</source>
        <translation>把偏置微调 {}</translation>
    </message>
    <message>
        <source>Weights into it</source>
        <translation>它的输入权重</translation>
    </message>
    <message>
        <source>Weights into {count} chosen neurons</source>
        <translation>所选 {count} 个神经元的输入权重</translation>
    </message>
    <message>
        <source>Number of neurons</source>
        <translation>神经元个数</translation>
    </message>
    <message>
        <source>Add a neuron</source>
        <translation>添加一个神经元</translation>
    </message>
    <message>
        <source>Remove a neuron</source>
        <translation>删除一个神经元</translation>
    </message>
    <message>
        <source>Remove the layer</source>
        <translation>删除该层</translation>
    </message>
    <message>
        <source>The data decide what the output is.</source>
        <translation>输出层由数据决定。</translation>
    </message>
    <message>
        <source>Add a layer after</source>
        <translation>在后面添加一层</translation>
    </message>
    <message>
        <source>Add a layer before</source>
        <translation>在前面添加一层</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <source>Duplicate the layer</source>
        <translation>复制出同样的一层</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>Misfit</name>
    <message>
        <source>{rule} was made for {made_for}; {layer} uses {activation}.</source>
        <translation>{rule} 是为 {made_for} 设计的；{layer}用的是 {activation}。</translation>
    </message>
    <message>
        <source>{text} Also mismatched: {layers}.</source>
        <translation>{text} 不匹配的还有：{layers}。</translation>
    </message>
</context>
<context>
    <name>MistakesPlot</name>
    <message>
        <source>What it takes for what, on the test data</source>
        <translation>在测试数据上，把什么认成了什么</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Mistakes on the test data, the surest first</source>
        <translation>测试数据上的错误，最自信的在前</translation>
    </message>
    <message>
        <source>No mistakes on the test data</source>
        <translation>测试数据上没有错误</translation>
    </message>
    <message>
        <source>{count} of {all} of class {true}</source>
        <translation>类别 {true} 的 {all} 个中的 {count} 个</translation>
    </message>
    <message>
        <source>answered {name}</source>
        <translation>答成 {name}</translation>
    </message>
    <message>
        <source>true {name}</source>
        <translation>真实 {name}</translation>
    </message>
    <message>
        <source>answered {name} with {share}</source>
        <translation>以 {share} 答成 {name}</translation>
    </message>
    <message>
        <source>mistake {number} of {count}</source>
        <translation>第 {number} 个错误，共 {count} 个</translation>
    </message>
    <message>
        <source>test {percent} % right</source>
        <translation>测试 {percent} % 正确</translation>
    </message>
    <message>
        <source>{wrong} of {all} wrong</source>
        <translation>{all} 个中错 {wrong} 个</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>train {percent} %</source>
        <translation>训练 {percent} %</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>{symbol} at step 0</source>
        <translation>第 0 步的 {symbol}</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value ({count} parameters in all)</source>
        <translation>值（共 {count} 个参数）</translation>
    </message>
    <message>
        <source>Neuron {}</source>
        <translation>神经元 {}</translation>
    </message>
    <message>
        <source>|gradient| = {}</source>
        <translation>|梯度| = {}</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline of the network</source>
        <translation>网络的大纲</translation>
    </message>
    <message>
        <source>A weight or bias that is typed here counts from step 0 on.</source>
        <translation>在这里输入的权重或偏置从第 0 步起生效。</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Pictures of the training data</source>
        <translation>训练数据的图片</translation>
    </message>
</context>
<context>
    <name>PlanePlot</name>
    <message>
        <source>At most {most} points</source>
        <translation>最多 {most} 个点</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>The samples of the data</source>
        <translation>数据的样本</translation>
    </message>
    <message>
        <source>Arrows move the pointer, Return draws a point, Delete erases</source>
        <translation>方向键移动，回车画点，Delete 擦除</translation>
    </message>
</context>
<context>
    <name>RuleRows</name>
    <message>
        <source>With this choice all biases are {value}</source>
        <translation>这样选择时，所有偏置都是 {value}</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Run bar</source>
        <translation>运行栏</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed draws the same weights</source>
        <translation>种子相同，抽到的权重就相同</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed: from one step a second to as fast as it goes</source>
        <translation>速度：从每秒一步到全速</translation>
    </message>
    <message>
        <source>step {}</source>
        <translation>第 {} 步</translation>
    </message>
    <message>
        <source>{} steps/s</source>
        <translation>{} 步/秒</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Change the seed</source>
        <translation>修改种子</translation>
    </message>
</context>
<context>
    <name>RunChips</name>
    <message>
        <source>Run {letter}, pinned</source>
        <translation>训练 {letter}，已固定</translation>
    </message>
    <message>
        <source>Run {letter}, the present</source>
        <translation>训练 {letter}，当前</translation>
    </message>
    <message>
        <source>&amp;Use the settings of {letter}</source>
        <translation>采用 {letter} 的设置(&amp;U)</translation>
    </message>
    <message>
        <source>Settings of {letter}</source>
        <translation>{letter} 的设置</translation>
    </message>
    <message>
        <source>&amp;Take {letter} away</source>
        <translation>移除 {letter}(&amp;T)</translation>
    </message>
    <message>
        <source>Six runs are compared at most: take one away first</source>
        <translation>最多比较六次训练：请先移除一个</translation>
    </message>
    <message>
        <source>Run {letter} has the same settings: change one of them first</source>
        <translation>训练 {letter} 的设置相同：请先改动一处</translation>
    </message>
</context>
<context>
    <name>RunColumn</name>
    <message>
        <source>{letter} now</source>
        <translation>{letter} 当前</translation>
    </message>
    <message>
        <source>Network of run {letter}</source>
        <translation>训练 {letter} 的网络</translation>
    </message>
    <message>
        <source>Gradients of run {letter}</source>
        <translation>训练 {letter} 的梯度</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>在第 {step} 步发散</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>ScaleRow</name>
    <message>
        <source>Drag to scale the weights; each tick is a factor of 10</source>
        <translation>拖动以缩放权重；每一格是 10 倍</translation>
    </message>
    <message>
        <source>{rule} fixes the weights&apos; scale itself. Choose Normal or Scaled normal to set σ.</source>
        <translation>{rule} 自己决定权重的尺度。要设置 σ，请选“正态”或“缩放正态”。</translation>
    </message>
    <message>
        <source>{parameter}, its size</source>
        <translation>{parameter}的大小</translation>
    </message>
</context>
<context>
    <name>Scaling</name>
    <message>
        <source>Standardized by the training data, mean ± std: {rows}</source>
        <translation>已按训练数据标准化，均值 ± 标准差：{rows}</translation>
    </message>
</context>
<context>
    <name>ScopeCombo</name>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>{layer} ({units})</source>
        <translation>{layer}（{units}）</translation>
    </message>
</context>
<context>
    <name>SeedLine</name>
    <message>
        <source>{runs} seeds: step {step} of {goal}</source>
        <translation>{runs} 个种子：第 {step} 步，共 {goal} 步</translation>
    </message>
    <message>
        <source>{runs} seeds</source>
        <translation>{runs} 个种子</translation>
    </message>
    <message>
        <source>median {loss}</source>
        <translation>中位数 {loss}</translation>
    </message>
    <message>
        <source>10–90 %: {low}–{high}</source>
        <translation>10–90 %：{low}–{high}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>before the last change</source>
        <translation>上次修改之前的</translation>
    </message>
    <message>
        <source>Cancel the ensemble</source>
        <translation>取消集合</translation>
    </message>
    <message>
        <source>Remove the ensemble</source>
        <translation>移除集合</translation>
    </message>
</context>
<context>
    <name>SignalPlot</name>
    <message>
        <source>How strong the signal is in each layer</source>
        <translation>每一层的信号有多强</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>forward A {std}</source>
        <translation>前向 A {std}</translation>
    </message>
    <message>
        <source>back dZ {std}</source>
        <translation>反向 dZ {std}</translation>
    </message>
    <message>
        <source>theory {std}</source>
        <translation>理论 {std}</translation>
    </message>
    <message>
        <source>forward A {first} → {last}</source>
        <translation>前向 A {first} → {last}</translation>
    </message>
    <message>
        <source>back dZ {last} → {first}</source>
        <translation>反向 dZ {last} → {first}</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>理论</translation>
    </message>
</context>
<context>
    <name>SpreadHistory</name>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>{quantity}, symmetric log</source>
        <translation>{quantity}，对称对数</translation>
    </message>
    <message>
        <source>share, %</source>
        <translation>占比，%</translation>
    </message>
    <message>
        <source>Two rows to each doubling, the same bins for all steps, layers and runs</source>
        <translation>每翻一倍分两行；所有步、所有层、所有训练用同样的区间</translation>
    </message>
    <message>
        <source>Hatched: exactly 0, as high as its share; crossed: not finite</source>
        <translation>斜线：恰好为 0，高度即占比；叉线：非有限值</translation>
    </message>
    <message>
        <source>Ctrl+click goes to a step: every panel shows it</source>
        <translation>Ctrl+单击转到某一步：所有面板都显示它</translation>
    </message>
    <message>
        <source>Press Space to train</source>
        <translation>按空格键开始训练</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>exactly 0: {percent} %</source>
        <translation>恰好为 0：{percent} %</translation>
    </message>
    <message>
        <source>not finite: {percent} %</source>
        <translation>非有限值：{percent} %</translation>
    </message>
    <message>
        <source>{low} to {high}: {percent} %</source>
        <translation>{low} 到 {high}：{percent} %</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count} / {all}</translation>
    </message>
    <message>
        <source>all from {low} to {high}</source>
        <translation>全部在 {low} 到 {high} 之间</translation>
    </message>
</context>
<context>
    <name>StepZeroPlot</name>
    <message>
        <source>std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Outputs of each layer at step 0</source>
        <translation>第 0 步各层的输出</translation>
    </message>
    <message>
        <source>Still step 0: what the first weights did</source>
        <translation>仍是第 0 步：初始权重造成的结果</translation>
    </message>
    <message>
        <source>Step 0: what the first weights do</source>
        <translation>第 0 步：初始权重造成的结果</translation>
    </message>
    <message>
        <source>dead/saturated</source>
        <translation>死亡/饱和</translation>
    </message>
    <message>
        <source>forward A</source>
        <translation>前向 A</translation>
    </message>
    <message>
        <source>back dZ</source>
        <translation>反向 dZ</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>理论</translation>
    </message>
    <message>
        <source>{percent} saturated</source>
        <translation>{percent} 饱和</translation>
    </message>
    <message>
        <source>{percent} dead</source>
        <translation>{percent} 死亡</translation>
    </message>
</context>
<context>
    <name>SweepCurves</name>
    <message>
        <source>train {loss} ({low} to {high})</source>
        <translation>训练 {loss}（{low} 到 {high}）</translation>
    </message>
    <message>
        <source>test {loss}</source>
        <translation>测试 {loss}</translation>
    </message>
    <message>
        <source>gradient {norm}</source>
        <translation>梯度 {norm}</translation>
    </message>
    <message>
        <source>final loss J</source>
        <translation>最终损失 J</translation>
    </message>
    <message>
        <source>Final loss against σ</source>
        <translation>最终损失与 σ</translation>
    </message>
    <message>
        <source>|dJ/dW1| at step 0</source>
        <translation>第 0 步的 |dJ/dW1|</translation>
    </message>
    <message>
        <source>First gradient of layer 1 against σ</source>
        <translation>第 1 层最初的梯度与 σ</translation>
    </message>
    <message>
        <source>σ of the first weights</source>
        <translation>初始权重的 σ</translation>
    </message>
</context>
<context>
    <name>SweepForm</name>
    <message>
        <source>S&amp;weep</source>
        <translation>扫描(&amp;W)</translation>
    </message>
    <message>
        <source>from σ</source>
        <translation>从 σ</translation>
    </message>
    <message>
        <source>to σ</source>
        <translation>到 σ</translation>
    </message>
    <message>
        <source>your &amp;guess</source>
        <translation>你猜(&amp;G)</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>depth to</source>
        <translation>深度到</translation>
    </message>
    <message>
        <source>These layers draw from a normal distribution with σ; the others stay</source>
        <translation>这些层按标准差为 σ 的正态分布抽取；其他层不变</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>σ, all layers</source>
        <translation>σ，所有层</translation>
    </message>
    <message>
        <source>σ × depth (map)</source>
        <translation>σ × 深度（图）</translation>
    </message>
    <message>
        <source>σ, {layer}</source>
        <translation>σ，{layer}</translation>
    </message>
</context>
<context>
    <name>SweepMap</name>
    <message>
        <source>depth {depth}</source>
        <translation>深度 {depth}</translation>
    </message>
    <message>
        <source>train {loss}</source>
        <translation>训练 {loss}</translation>
    </message>
    <message>
        <source>test {loss}</source>
        <translation>测试 {loss}</translation>
    </message>
    <message>
        <source>gradient {norm}</source>
        <translation>梯度 {norm}</translation>
    </message>
    <message>
        <source>loss J</source>
        <translation>损失 J</translation>
    </message>
    <message>
        <source>|dJ/dW1|</source>
        <translation>|dJ/dW1|</translation>
    </message>
    <message>
        <source>Final loss by σ and depth</source>
        <translation>最终损失随 σ 和深度的变化</translation>
    </message>
    <message>
        <source>First gradient by σ and depth</source>
        <translation>最初的梯度随 σ 和深度的变化</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>隐藏层数</translation>
    </message>
    <message>
        <source>σ of the first weights</source>
        <translation>初始权重的 σ</translation>
    </message>
</context>
<context>
    <name>SweepPanel</name>
    <message>
        <source>These results are of the experiment before the last change.</source>
        <translation>这些结果属于上次修改之前的实验。</translation>
    </message>
    <message>
        <source>The ends of the axis must differ.</source>
        <translation>坐标轴的两端必须不同。</translation>
    </message>
    <message>
        <source>Which σ learns best</source>
        <translation>哪个 σ 学得最好</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show or hide what is swept</source>
        <translation>显示或隐藏扫描的设置</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take the results away: time for another guess</source>
        <translation>清除结果：再猜一次</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>扫描进度</translation>
    </message>
    <message>
        <source>Where will the loss be lowest?
Click there, or arrow keys and Return.</source>
        <translation>损失在哪里最低？
单击那里，或用方向键和回车。</translation>
    </message>
    <message>
        <source>your guess: σ = {sigma}</source>
        <translation>你猜：σ = {sigma}</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>猜测</translation>
    </message>
    <message>
        <source>σ = {sigma}</source>
        <translation>σ = {sigma}</translation>
    </message>
    <message>
        <source>{done} of {all} points</source>
        <translation>{all} 个点中的 {done} 个</translation>
    </message>
    <message>
        <source>Guess first, then start</source>
        <translation>先猜，再开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Go to any step of this run: every panel follows</source>
        <translation>去到这次训练的任意一步：所有面板都跟随</translation>
    </message>
    <message>
        <source>What is there to see? Return keeps it</source>
        <translation>这里有什么可看？按回车保存</translation>
    </message>
    <message>
        <source>Text of the bookmark</source>
        <translation>书签的文字</translation>
    </message>
    <message>
        <source>here {letters} breaks</source>
        <translation>{letters} 在这里崩溃</translation>
    </message>
    <message>
        <source>here it breaks</source>
        <translation>就在这里崩溃</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
</context>
<context>
    <name>UnitsSwitch</name>
    <message>
        <source>Original units</source>
        <translation>原始单位</translation>
    </message>
    <message>
        <source>As people count, or standardized (mean 0, std 1) as the network sees them</source>
        <translation>人们习惯的单位，或网络看到的标准化值（均值 0，标准差 1）</translation>
    </message>
</context>
<context>
    <name>UpdateHistory</name>
    <message>
        <source>How much each step changed the weights</source>
        <translation>每一步把权重改变了多少</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
</context>
<context>
    <name>UpdatePlot</name>
    <message>
        <source>How much a step changes the weights</source>
        <translation>一步改变权重多少</translation>
    </message>
    <message>
        <source>std(update) / std(W)</source>
        <translation>std(更新) / std(W)</translation>
    </message>
    <message>
        <source>slowest: {layer}, {ratio}</source>
        <translation>最慢：{layer}，{ratio}</translation>
    </message>
    <message>
        <source>fastest: {layer}, {ratio}</source>
        <translation>最快：{layer}，{ratio}</translation>
    </message>
    <message>
        <source>{ratio} of its weights&apos; size</source>
        <translation>是权重大小的 {ratio}</translation>
    </message>
    <message>
        <source>{ratio}: a good step</source>
        <translation>{ratio}：合适的步子</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>Add layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>删除层</translation>
    </message>
    <message>
        <source>Cut layers</source>
        <translation>剪切层</translation>
    </message>
    <message>
        <source>Insert layers</source>
        <translation>插入层</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>移动层</translation>
    </message>
    <message>
        <source>Add neuron</source>
        <translation>添加神经元</translation>
    </message>
    <message>
        <source>Remove neuron</source>
        <translation>删除神经元</translation>
    </message>
    <message>
        <source>Change the number of neurons</source>
        <translation>修改神经元个数</translation>
    </message>
    <message>
        <source>Change the activation</source>
        <translation>修改激活函数</translation>
    </message>
    <message>
        <source>Share a filter</source>
        <translation>共享一个滤波器</translation>
    </message>
    <message>
        <source>Connect every pixel</source>
        <translation>连接每个像素</translation>
    </message>
    <message>
        <source>Type a weight</source>
        <translation>输入权重</translation>
    </message>
    <message>
        <source>Type a bias</source>
        <translation>输入偏置</translation>
    </message>
    <message>
        <source>Type biases</source>
        <translation>输入偏置</translation>
    </message>
    <message>
        <source>Change the first weights of neurons</source>
        <translation>更改神经元的初始权重</translation>
    </message>
    <message>
        <source>Nudge a weight</source>
        <translation>微调权重</translation>
    </message>
    <message>
        <source>Nudge a bias</source>
        <translation>微调偏置</translation>
    </message>
</context>
<context>
    <name>WeightHistogram</name>
    <message>
        <source>Drawn weights</source>
        <translation>抽到的权重</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>count</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>{low} to {high}: {count}</source>
        <translation>{low} 到 {high}：{count} 个</translation>
    </message>
    <message>
        <source>theory: {mean} ± {sigma}</source>
        <translation>理论：{mean} ± {sigma}</translation>
    </message>
</context>
<context>
    <name>activations</name>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>Fan in (forward)</source>
        <translation>扇入（前向）</translation>
    </message>
    <message>
        <source>Fan out (backward)</source>
        <translation>扇出（反向）</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>As it looks</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Names of columns</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>A sample</source>
        <translation>一个样本</translation>
    </message>
</context>
<context>
    <name>csv</name>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>“{found}”</source>
        <translation>“{found}”</translation>
    </message>
    <message>
        <source>{found} cells</source>
        <translation>{found} 格</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>1 格</translation>
    </message>
    <message>
        <source>a quotation mark without its twin</source>
        <translation>缺了另一半的引号</translation>
    </message>
    <message>
        <source>a value in every row</source>
        <translation>每行都要有值</translation>
    </message>
    <message>
        <source>a number, such as 1.5 or −2e3</source>
        <translation>一个数，如 1.5 或 −2e3</translation>
    </message>
    <message>
        <source>{expected} cells, as in the first row</source>
        <translation>{expected} 格，与第一行相同</translation>
    </message>
    <message>
        <source>quotation marks in pairs, within one row</source>
        <translation>引号成对，且在同一行内</translation>
    </message>
</context>
<context>
    <name>datasets</name>
    <message>
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>月牙</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation>高斯团</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Points drawn by hand</source>
        <translation>手绘的点</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>Ball anywhere</source>
        <translation>任意位置的球</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Houses</source>
        <translation>房价</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>数据流</translation>
    </message>
</context>
<context>
    <name>diagram</name>
    <message>
        <source>Filters {side} × {side}</source>
        <translation>滤波器 {side} × {side}</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1 个特征</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>{count} 个特征</translation>
    </message>
    <message>
        <source>Input {name}</source>
        <translation>输入 {name}</translation>
    </message>
    <message>
        <source>1 neuron</source>
        <translation>1 个神经元</translation>
    </message>
    <message>
        <source>{count} neurons</source>
        <translation>{count} 个神经元</translation>
    </message>
    <message>
        <source>… {count} more …</source>
        <translation>…… 还有 {count} 个 ……</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>1 filter {side} × {side}</source>
        <translation>1 个滤波器 {side} × {side}</translation>
    </message>
    <message>
        <source>{count} filters {side} × {side}</source>
        <translation>{count} 个滤波器 {side} × {side}</translation>
    </message>
    <message>
        <source>A filter: the same {weights} weights at all {places} places</source>
        <translation>一个滤波器：在全部 {places} 个位置用同样的 {weights} 个权重</translation>
    </message>
    <message>
        <source>{neuron}: activation = {value}</source>
        <translation>{neuron}：激活值 = {value}</translation>
    </message>
    <message>
        <source>{neuron}: |gradient| = {value}</source>
        <translation>{neuron}：|梯度| = {value}</translation>
    </message>
    <message>
        <source>{neuron}; identical neurons beside it: {count}</source>
        <translation>{neuron}；与它完全相同的神经元：{count} 个</translation>
    </message>
    <message>
        <source>{neuron}; dead: never above 0</source>
        <translation>{neuron}；已死：从不大于 0</translation>
    </message>
    <message>
        <source>{neuron}; saturated for {share} % of the samples</source>
        <translation>{neuron}；在 {share} % 的样本上饱和</translation>
    </message>
    <message>
        <source>{count} biases</source>
        <translation>{count} 个偏置</translation>
    </message>
    <message>
        <source>Add a layer here</source>
        <translation>在这里添加一层</translation>
    </message>
    <message>
        <source>Choose the activation</source>
        <translation>选择激活函数</translation>
    </message>
    <message>
        <source>First weights: {weights}; first biases: {biases}</source>
        <translation>初始权重：{weights}；初始偏置：{biases}</translation>
    </message>
    <message>
        <source>The data decide how many outputs there are.</source>
        <translation>输出的个数由数据决定。</translation>
    </message>
    <message>
        <source>Type the number of neurons, or drag it up or down</source>
        <translation>输入神经元个数，或上下拖动</translation>
    </message>
    <message>
        <source>A layer needs at least one neuron.</source>
        <translation>一层至少要有一个神经元。</translation>
    </message>
    <message>
        <source>Remove a neuron</source>
        <translation>删除一个神经元</translation>
    </message>
    <message>
        <source>A layer has at most {most} neurons.</source>
        <translation>一层最多有 {most} 个神经元。</translation>
    </message>
    <message>
        <source>Add a neuron</source>
        <translation>添加一个神经元</translation>
    </message>
</context>
<context>
    <name>differences</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>随机数</translation>
    </message>
    <message>
        <source>The runs have different data: their losses can&apos;t be compared like for like.</source>
        <translation>这些训练的数据不同：损失不能直接比较。</translation>
    </message>
    <message>
        <source>The runs have different losses J: their numbers can&apos;t be compared.</source>
        <translation>这些训练的损失函数不同：数值不能比较。</translation>
    </message>
    <message>
        <source>The runs have different seeds: what differs may be the luck of the draw.</source>
        <translation>这些训练的种子不同：差别可能只是抽取的运气。</translation>
    </message>
    <message>
        <source>The runs draw other random numbers: what differs may be luck.</source>
        <translation>这些训练抽取的随机数不同：差别可能只是运气。</translation>
    </message>
    <message>
        <source>typed by hand</source>
        <translation>手工填写</translation>
    </message>
    <message>
        <source>Nothing differs yet: change one thing, and see what it does.</source>
        <translation>还没有不同：改动一处，看看会怎样。</translation>
    </message>
    <message>
        <source>One thing differs: {name}.</source>
        <translation>只有一处不同：{name}。</translation>
    </message>
    <message>
        <source>{count} things differ: it is open which of them matters.</source>
        <translation>有 {count} 处不同：说不清是哪一处起作用。</translation>
    </message>
</context>
<context>
    <name>equations</name>
    <message>
        <source>row sums</source>
        <translation>按行求和</translation>
    </message>
    <message>
        <source>{layer}: weighted sums plus biases</source>
        <translation>{layer}：加权和加偏置</translation>
    </message>
    <message>
        <source>{layer}: the activation of each sum</source>
        <translation>{layer}：对每个和取激活</translation>
    </message>
    <message>
        <source>{layer}: how A changes the loss</source>
        <translation>{layer}：A 如何影响损失</translation>
    </message>
    <message>
        <source>{layer}: how Z changes the loss</source>
        <translation>{layer}：Z 如何影响损失</translation>
    </message>
    <message>
        <source>{layer}: gradient of the weights</source>
        <translation>{layer}：权重的梯度</translation>
    </message>
    <message>
        <source>{layer}: gradient of the biases</source>
        <translation>{layer}：偏置的梯度</translation>
    </message>
    <message>
        <source>One path: a w and a g′ per layer</source>
        <translation>一条路径：每层一个 w 和一个 g′</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>went first</source>
        <translation>最先溢出的</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>of them dead</source>
        <translation>其中死亡的</translation>
    </message>
    <message>
        <source>that differ</source>
        <translation>互不相同的</translation>
    </message>
    <message>
        <source>share saturated</source>
        <translation>饱和的比例</translation>
    </message>
    <message>
        <source>layers concerned</source>
        <translation>涉及的层</translation>
    </message>
    <message>
        <source>a sample&apos;s gradient for a weight (RMS)</source>
        <translation>一个样本对一个权重的梯度（均方根）</translation>
    </message>
    <message>
        <source>a step, as a part of the weights</source>
        <translation>一步的大小，占权重的比例</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss of guessing</source>
        <translation>瞎猜的损失</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>lowest test loss</source>
        <translation>最低的测试损失</translation>
    </message>
    <message>
        <source>found from this share of a layer on</source>
        <translation>判定：一层中达到这个比例</translation>
    </message>
    <message>
        <source>found above this share</source>
        <translation>判定：超过这个比例</translation>
    </message>
    <message>
        <source>source of the threshold (S0 to S4: the course texts)</source>
        <translation>阈值的出处（S0 到 S4：课程讲义）</translation>
    </message>
    <message>
        <source>found above</source>
        <translation>判定：大于</translation>
    </message>
    <message>
        <source>largest input</source>
        <translation>最大的输入</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>its root mean square</source>
        <translation>它的均方根</translation>
    </message>
    <message>
        <source>found below</source>
        <translation>判定：小于</translation>
    </message>
    <message>
        <source>found from this part of guessing on</source>
        <translation>判定：达到瞎猜损失的这个比例</translation>
    </message>
    <message>
        <source>found above the lowest by more than this part</source>
        <translation>判定：比最低值高出的比例超过</translation>
    </message>
</context>
<context>
    <name>explanations</name>
    <message>
        <source>A number became too large for the computer (above 1.8e308). From there on nothing can be computed, so the run ends at its last finite state.</source>
        <translation>有一个数大到计算机装不下了（超过 1.8e308）。从这里起什么都算不下去，所以训练停在最后一个有限的状态。</translation>
    </message>
    <message>
        <source>W = W − α dW. Steps that are too long overshoot: the weights grow, larger weights make a larger gradient, and that a longer step. Through the layers sizes multiply: 2^10 = 1024.</source>
        <translation>W = W − α dW。步子太大就会冲过头：权重变大，更大的权重带来更大的梯度，更大的梯度又带来更大的步子。经过各层，大小要相乘：2^10 = 1024。</translation>
    </message>
    <message>
        <source>The table of the last steps: a click on a row shows that step in every panel.</source>
        <translation>看最后几步的表：单击一行，所有面板都显示那一步。</translation>
    </message>
    <message>
        <source>These ReLU neurons have z &lt; 0 for every sample: their output is always 0, and no gradient passes them, so training can&apos;t bring them back. Biases far below 0 or a step that was too long put them there; in a narrow layer the draw can, too.</source>
        <translation>这些 ReLU 神经元对每个样本都有 z &lt; 0：输出永远是 0，梯度也过不去，所以训练救不回它们。偏置远小于 0，或者某一步走得太大，都会造成这种情况；层很窄时，随机抽取也可能造成。</translation>
    </message>
    <message>
        <source>dZ[l] = dA[l] ∘ g′(Z[l]), and ReLU′(z) = 0 for z &lt; 0.</source>
        <translation>dZ[l] = dA[l] ∘ g′(Z[l])，而 z &lt; 0 时 ReLU′(z) = 0。</translation>
    </message>
    <message>
        <source>Distributions: all z of such a neuron lie left of 0, all its a on 0.</source>
        <translation>看“分布”：这种神经元的 z 全在 0 的左边，a 全是 0。</translation>
    </message>
    <message>
        <source>No sample has a gradient for any weight. So it is with all weights 0 and g(0) = 0, as ReLU and tanh have it: every hidden activation is 0, nothing comes forward and nothing goes back. Sigmoid has g(0) = 0.5: there zero weights do move, but all neurons of a layer alike.</source>
        <translation>任何样本对任何权重都没有梯度。权重全为 0 而 g(0) = 0（ReLU 和 tanh 都是）时就是这样：隐藏层的激活值全是 0，前向什么也传不过来，反向什么也传不回去。sigmoid 的 g(0) = 0.5：那里全零的权重会动，但同一层的神经元动得一模一样。</translation>
    </message>
    <message>
        <source>dW[l] = dZ[l] A[l−1]ᵀ / m with A[l−1] = 0 behind the first layer; dA[l] = W[l+1]ᵀ dZ[l+1] = 0 before the last one. Only db[L] can differ from 0.</source>
        <translation>dW[l] = dZ[l] A[l−1]ᵀ / m，第一层之后 A[l−1] = 0；最后一层之前 dA[l] = W[l+1]ᵀ dZ[l+1] = 0。只有 db[L] 可能不为 0。</translation>
    </message>
    <message>
        <source>Gradients: every row has the hatched grey of an exact 0.</source>
        <translation>看“梯度”：每一行都是表示恰好为 0 的灰色斜线。</translation>
    </message>
    <message>
        <source>Neurons that began with the same weights, bias and outgoing weights compute the same and receive the same gradient. Every step changes them alike: they stay one neuron, drawn several times. Only different first weights, or biases, break the symmetry.</source>
        <translation>开始时权重、偏置和输出权重都相同的神经元，算出的结果相同，得到的梯度也相同。每一步的变化都一样：它们始终只是一个神经元，被画了好几次。只有不同的初始权重（或偏置）才能打破对称。</translation>
    </message>
    <message>
        <source>Row j of dW[l] is dZ_j A[l−1]ᵀ / m: where all a_j and all w_j[l+1] are equal, so are all dZ_j, and all rows of dW[l].</source>
        <translation>dW[l] 的第 j 行是 dZ_j A[l−1]ᵀ / m：所有 a_j 相等、所有 w_j[l+1] 相等时，所有 dZ_j 也相等，dW[l] 的各行也就相等。</translation>
    </message>
    <message>
        <source>The diagram gives identical neurons the same letter; in Gradients their rows have the same colour at every step.</source>
        <translation>网络图给相同的神经元标上同一个字母；在“梯度”中，它们的行在每一步颜色都相同。</translation>
    </message>
    <message>
        <source>Sigmoid and tanh are flat where |z| is large. Most activations of this layer lie there, beyond 97 % of the range: their slope is almost 0, hardly a gradient passes, and learning is slow. Weights that are too large drive them there.</source>
        <translation>|z| 很大时 sigmoid 和 tanh 都是平的。这一层的激活值大多在那里，超出取值范围的 97 %：斜率几乎为 0，梯度很难通过，学习很慢。是过大的权重把它们推到那里的。</translation>
    </message>
    <message>
        <source>dZ[l] = dA[l] ∘ g′(Z[l]). sigmoid′ is 0.25 at z = 0 and 0.0025 at |z| = 6; tanh′ is 1 at z = 0 and 0.0099 at |z| = 3.</source>
        <translation>dZ[l] = dA[l] ∘ g′(Z[l])。sigmoid′ 在 z = 0 处是 0.25，在 |z| = 6 处是 0.0025；tanh′ 在 z = 0 处是 1，在 |z| = 3 处是 0.0099。</translation>
    </message>
    <message>
        <source>Distributions: A stands at the ends of its range, Z is wide.</source>
        <translation>看“分布”：A 挤在取值范围的两端，Z 很宽。</translation>
    </message>
    <message>
        <source>On its way back the gradient is multiplied by the weights and the slope of every layer. Where that makes it larger from layer to layer, it grows exponentially, and a step of the usual length throws the weights about. Steps that are too long bring weights there that began well.</source>
        <translation>梯度在反向传播的路上，每一层都要乘以权重和斜率。如果一层比一层大，它就按指数增长，平常大小的一步就会把权重甩得到处都是。步子太大时，起初很好的权重也会走到这一步。</translation>
    </message>
    <message>
        <source>dA[l−1] = W[l]ᵀ dZ[l], dZ[l] = dA[l] ∘ g′(Z[l]): one W and one g′ a layer. Five factors of 2 make 32, ten make 1024.</source>
        <translation>dA[l−1] = W[l]ᵀ dZ[l]，dZ[l] = dA[l] ∘ g′(Z[l])：每层一个 W、一个 g′。五个 2 相乘是 32，十个就是 1024。</translation>
    </message>
    <message>
        <source>Signal: how the std of A grows forward, and that of dZ back.</source>
        <translation>看“逐层信号”：A 的标准差怎样向前增长，dZ 的怎样向后增长。</translation>
    </message>
    <message>
        <source>On its way back the gradient is multiplied by the weights and the slope of every layer. Where that makes it smaller from layer to layer, hardly anything is left for the first ones: they stay as they were drawn.</source>
        <translation>梯度在反向传播的路上，每一层都要乘以权重和斜率。如果一层比一层小，到了前几层就所剩无几：它们一直停留在抽到时的样子。</translation>
    </message>
    <message>
        <source>dA[l−1] = W[l]ᵀ dZ[l], dZ[l] = dA[l] ∘ g′(Z[l]): one W and one g′ a layer. sigmoid′ is at most 0.25: 0.25^5 = 0.00098, 0.25^10 = 0.00000095.</source>
        <translation>dA[l−1] = W[l]ᵀ dZ[l]，dZ[l] = dA[l] ∘ g′(Z[l])：每层一个 W、一个 g′。sigmoid′ 最大只有 0.25：0.25^5 = 0.00098，0.25^10 = 0.00000095。</translation>
    </message>
    <message>
        <source>Signal: how the std of dZ falls on its way back. Gradients: which rows are dark.</source>
        <translation>看“逐层信号”：dZ 的标准差怎样一路下降。看“梯度”：哪些行是暗的。</translation>
    </message>
    <message>
        <source>No weight of this layer can move in the next step; others can. Weights of 0 let no error through to the layers before: with sigmoid the last layer moves first and then one layer more a step.</source>
        <translation>下一步这一层的权重一个也动不了，别的层可以。为 0 的权重不让误差传到前面的层：用 sigmoid 时，最后一层先动，以后每一步再多一层。</translation>
    </message>
    <message>
        <source>dW[l] = dZ[l] A[l−1]ᵀ / m is 0 where nothing comes in (A[l−1] = 0) or no error comes back (dA[l] = W[l+1]ᵀ dZ[l+1] = 0).</source>
        <translation>dW[l] = dZ[l] A[l−1]ᵀ / m：没有信号进来（A[l−1] = 0），或没有误差传回来（dA[l] = W[l+1]ᵀ dZ[l+1] = 0）时为 0。</translation>
    </message>
    <message>
        <source>Gradients: the layer&apos;s rows have the hatched grey of an exact 0.</source>
        <translation>看“梯度”：这一层的行是表示恰好为 0 的灰色斜线。</translation>
    </message>
    <message>
        <source>The gradients are in order, but the steps are so short that the weights stay where they were drawn.</source>
        <translation>梯度没有问题，但步子太小，权重一直停在抽到的地方。</translation>
    </message>
    <message>
        <source>W = W − α dW: a step is as long as the learning rate α makes it. About 0.001 of the weights a step is usual.</source>
        <translation>W = W − α dW：一步多大由学习率 α 决定。通常一步约为权重的 0.001。</translation>
    </message>
    <message>
        <source>Updates: how far every layer is below the guide.</source>
        <translation>看“更新量”：每一层比参考线低多少。</translation>
    </message>
    <message>
        <source>An input stands in its own units and is far larger than 1. Rules for first weights take inputs of about unit size for granted: larger ones give larger sums, which saturate sigmoid and tanh, and make steps that kill ReLUs for good.</source>
        <translation>有一个输入用的是自己的单位，远大于 1。初始化方法都默认输入的大小约为 1：输入大，加权和就大，sigmoid 和 tanh 会饱和，步子也会大到让 ReLU 永远死亡。</translation>
    </message>
    <message>
        <source>Var(z) = n_in Var(w) E[x²]: an x of 170 makes it 28,900 times as large. Standardized: (x − mean) / standard deviation, both of the training samples.</source>
        <translation>Var(z) = n_in Var(w) E[x²]：x 为 170 时，它就是原来的 28,900 倍。标准化：(x − 均值) / 标准差，均按训练样本计算。</translation>
    </message>
    <message>
        <source>Data and training: the table of the first samples shows both.</source>
        <translation>看“数据与训练”：前几个样本的表里两种都有。</translation>
    </message>
    <message>
        <source>The network still only guesses, as if it had not seen the inputs, and the loss no longer changes. Without a hidden layer that bends, it can&apos;t draw a curved boundary; a deep network may also wait on a plateau.</source>
        <translation>网络还在瞎猜，好像没看见输入一样，损失也不再变化。没有会“弯”的隐藏层，就画不出弯的边界；很深的网络也可能停在一个平台上。</translation>
    </message>
    <message>
        <source>Guessing K equally frequent classes costs ln K: ln 2 = 0.693. With g(z) = z, W[2] W[1] is one matrix: depth gains nothing.</source>
        <translation>在 K 个一样多的类别里瞎猜，损失是 ln K：ln 2 = 0.693。如果 g(z) = z，W[2] W[1] 只是一个矩阵：加深毫无用处。</translation>
    </message>
    <message>
        <source>Loss: the curve lies on the dotted line of guessing.</source>
        <translation>看“损失”：曲线就在表示瞎猜的点线上。</translation>
    </message>
    <message>
        <source>The network goes on getting better on the samples that it has seen and worse on the others: it learns their noise by heart. More samples, fewer neurons, L2 or an earlier end help.</source>
        <translation>网络在见过的样本上越来越好，在没见过的样本上越来越差：它把噪声也背了下来。增加样本、减少神经元、L2 惩罚或早点停下都有帮助。</translation>
    </message>
    <message>
        <source>J is the mean over the training samples alone. L2 adds λ/2 ‖W‖², so that W = (1 − αλ) W − α dJ/dW.</source>
        <translation>J 只是训练样本上的平均。L2 再加上 λ/2 ‖W‖²，于是 W = (1 − αλ) W − α dJ/dW。</translation>
    </message>
    <message>
        <source>Loss: where the dashed test curve turns up and leaves the other one.</source>
        <translation>看“损失”：测试的虚线从哪里开始抬头，离开另一条曲线。</translation>
    </message>
    <message>
        <source>The first weights are drawn and nothing speaks against them. Nothing is trained yet.</source>
        <translation>初始权重已经抽好，看不出什么问题。还没有开始训练。</translation>
    </message>
    <message>
        <source>A rule for first weights keeps the size of the signal from layer to layer: Var(W) = 2 / n_in for ReLU (He), 2 / (n_in + n_out) for tanh (Xavier).</source>
        <translation>好的初始化方法让信号的大小在各层之间保持不变：ReLU 用 Var(W) = 2 / n_in（He），tanh 用 2 / (n_in + n_out)（Xavier）。</translation>
    </message>
    <message>
        <source>Signal: A and dZ beside what theory expects, dashed.</source>
        <translation>看“逐层信号”：A 和 dZ 与理论预期（虚线）的比较。</translation>
    </message>
    <message>
        <source>Every layer receives a gradient that is neither too small nor too large to learn from.</source>
        <translation>每一层得到的梯度都不太小也不太大，可以学习。</translation>
    </message>
    <message>
        <source>The size of a sample&apos;s gradient for a weight lies between 0.25^5 = 0.00098 and 2^5 = 32, what five layers can do at most with sigmoid and with factors of 2.</source>
        <translation>一个样本对一个权重的梯度大小，在 0.25^5 = 0.00098 与 2^5 = 32 之间：这是五层 sigmoid 或五个因子 2 最多能造成的。</translation>
    </message>
    <message>
        <source>Gradients: no layer is dark, none has only hatched rows.</source>
        <translation>看“梯度”：没有一层是暗的，也没有一层全是斜线。</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Std. dev. σ</source>
        <translation>标准差 σ</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>High</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Inputs a unit</source>
        <translation>每个单元的输入数</translation>
    </message>
    <message>
        <source>σ uncut</source>
        <translation>截断前的 σ</translation>
    </message>
    <message>
        <source>σ of these</source>
        <translation>这些连接的 σ</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>测试样本数</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Pixels a side</source>
        <translation>每边像素</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Slope a₁</source>
        <translation>斜率 a₁</translation>
    </message>
    <message>
        <source>Slope a₂</source>
        <translation>斜率 a₂</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Inner radius</source>
        <translation>内圆半径</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>Test data seed</source>
        <translation>测试数据种子</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>Standardize</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>第一行</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Test points</source>
        <translation>测试点</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Means of the inputs</source>
        <translation>各输入的均值</translation>
    </message>
    <message>
        <source>Std. devs. of the inputs</source>
        <translation>各输入的标准差</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>Decay β₁</source>
        <translation>衰减 β₁</translation>
    </message>
    <message>
        <source>Decay β₂</source>
        <translation>衰减 β₂</translation>
    </message>
    <message>
        <source>Epsilon ε</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>New each step</source>
        <translation>每步新样本</translation>
    </message>
    <message>
        <source>L2 penalty λ</source>
        <translation>L2 惩罚 λ</translation>
    </message>
    <message>
        <source>Clip gradient at</source>
        <translation>梯度裁剪阈值</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>one</source>
        <translation>一个</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>last column</source>
        <translation>最后一列</translation>
    </message>
    <message>
        <source>all other columns</source>
        <translation>其余各列</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>{field} of b</source>
        <translation>b 的{field}</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Diverged at step {step}: {place} was the first to overflow. Rewind to go back.</source>
        <translation>在第 {step} 步发散：{place} 最先溢出。请用“回到起点”返回。</translation>
    </message>
    <message>
        <source>At step 0 {place} overflows already: no step can be made.</source>
        <translation>第 0 步 {place} 就已溢出：一步也走不了。</translation>
    </message>
    <message>
        <source>Inputs in raw units: “{feature}” lies between {low} and {high}; standardize them.</source>
        <translation>输入用的是原始单位：“{feature}”在 {low} 与 {high} 之间；请标准化。</translation>
    </message>
    <message>
        <source>Every weight gradient is exactly 0: no weight can move.</source>
        <translation>所有权重的梯度都恰好是 0：权重一个也动不了。</translation>
    </message>
    <message>
        <source>Every weight gradient is exactly 0: only the output bias can move.</source>
        <translation>所有权重的梯度都恰好是 0：只有输出层的偏置能动。</translation>
    </message>
    <message>
        <source>{layer}: {units} neurons work like {effective}, their weights are identical.</source>
        <translation>{layer}：{units} 个神经元只相当于 {effective} 个，它们的权重完全相同。</translation>
    </message>
    <message>
        <source>{layer}: {dead} of {units} neurons are dead, never above 0 on the data.</source>
        <translation>{layer}：{units} 个神经元中有 {dead} 个已死，在这些数据上从不大于 0。</translation>
    </message>
    <message>
        <source>{layer}: {share} of the activations are saturated, where hardly a gradient passes.</source>
        <translation>{layer}：{share} 的激活值已饱和，梯度几乎传不过去。</translation>
    </message>
    <message>
        <source>{layer}: every weight gradient is exactly 0, its weights can&apos;t move.</source>
        <translation>{layer}：权重的梯度都恰好是 0，这一层的权重动不了。</translation>
    </message>
    <message>
        <source>the output&apos;s loss</source>
        <translation>输出的损失</translation>
    </message>
    <message>
        <source>Slow: a step changes the weights by {ratio} of their size; about 0.001 is usual.</source>
        <translation>太慢：一步只改变权重大小的 {ratio}；通常约为 0.001。</translation>
    </message>
    <message>
        <source>{layer}: the gradient explodes, {gradient} a weight and sample; 0.01 to 1 is healthy.</source>
        <translation>{layer}：梯度爆炸，每个样本对每个权重约 {gradient}；0.01 到 1 才健康。</translation>
    </message>
    <message>
        <source>{layer}: the gradient vanishes, {gradient} a weight and sample; 0.01 to 1 is healthy.</source>
        <translation>{layer}：梯度消失，每个样本对每个权重约 {gradient}；0.01 到 1 才健康。</translation>
    </message>
    <message>
        <source>At chance: the loss is {loss} after {steps} steps, and guessing costs {chance}.</source>
        <translation>等于瞎猜：{steps} 步后损失为 {loss}，而瞎猜的损失是 {chance}。</translation>
    </message>
    <message>
        <source>Overfitting: test loss {test_loss}, training loss {train_loss}; at step {step} the test loss was {best}.</source>
        <translation>过拟合：测试损失 {test_loss}，训练损失 {train_loss}；第 {step} 步时测试损失曾为 {best}。</translation>
    </message>
    <message>
        <source>Gradients reach every layer.</source>
        <translation>梯度能传到每一层。</translation>
    </message>
    <message>
        <source>Ready at step 0. Press Space to train.</source>
        <translation>已就绪，在第 0 步。按空格键开始训练。</translation>
    </message>
</context>
<context>
    <name>groups</name>
    <message>
        <source>All equal</source>
        <translation>全部相等</translation>
    </message>
    <message>
        <source>Spread chosen by hand</source>
        <translation>自选的散布</translation>
    </message>
    <message>
        <source>Spread by the layer&apos;s size</source>
        <translation>按层的大小定散布</translation>
    </message>
    <message>
        <source>The matrix as a whole</source>
        <translation>整个矩阵</translation>
    </message>
    <message>
        <source>As other programs start</source>
        <translation>其他程序的默认</translation>
    </message>
</context>
<context>
    <name>initializers</name>
    <message>
        <source>Zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Scaled normal</source>
        <translation>缩放正态</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 正态</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 均匀</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He 正态</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He 均匀</translation>
    </message>
    <message>
        <source>Truncated normal</source>
        <translation>截断正态</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun 正态</translation>
    </message>
    <message>
        <source>LeCun uniform</source>
        <translation>LeCun 均匀</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>稀疏</translation>
    </message>
    <message>
        <source>LSUV</source>
        <translation>LSUV</translation>
    </message>
    <message>
        <source>PyTorch Linear</source>
        <translation>PyTorch Linear</translation>
    </message>
    <message>
        <source>Keras Dense</source>
        <translation>Keras Dense</translation>
    </message>
    <message>
        <source>TensorFlow Playground</source>
        <translation>TensorFlow Playground</translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>手工填写</translation>
    </message>
</context>
<context>
    <name>layers</name>
    <message>
        <source>the output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>layer {layers}</source>
        <translation>第 {layers} 层</translation>
    </message>
    <message>
        <source>layers {layers}</source>
        <translation>第 {layers} 层</translation>
    </message>
    <message>
        <source>{layers} and the output</source>
        <translation>{layers}和输出层</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>Binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>{layer}, neuron {neuron}</source>
        <translation>{layer}第 {neuron} 个神经元</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>L{layer}</source>
        <translation>L{layer}</translation>
    </message>
    <message>
        <source>{layer} n{neuron}</source>
        <translation>{layer} n{neuron}</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>{activation} does not fit, left as it was: {layers}</source>
        <translation>{activation} 不适用，保持原样：{layers}</translation>
    </message>
    <message>
        <source>{layer}: the typed weights now are {rows} × {columns}</source>
        <translation>{layer}：手工填写的权重现在是 {rows} × {columns}</translation>
    </message>
    <message>
        <source>{layer}: the typed biases now are {rows} × {columns}</source>
        <translation>{layer}：手工填写的偏置现在是 {rows} × {columns}</translation>
    </message>
    <message>
        <source>{sentence}; {count} new, drawn with the mean and σ of those typed.</source>
        <translation>{sentence}；其中 {count} 个是新的，按已填数的均值和 σ 抽取。</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
</context>
<context>
    <name>optimizers</name>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Classical momentum</source>
        <translation>经典动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>units</source>
        <translation>神经元个数</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>{place}: {sentence}</source>
        <translation>{place}：{sentence}</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>“{}”</translation>
    </message>
    <message>
        <source>“{text}” is not allowed here: enter {allowed}.</source>
        <translation>这里不能填“{text}”：请输入{allowed}。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>且</translation>
    </message>
    <message>
        <source>{kind}, {allowed}</source>
        <translation>{kind}，{allowed}</translation>
    </message>
    <message>
        <source>exactly {}</source>
        <translation>恰好为 {}</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>至少为 {}</translation>
    </message>
    <message>
        <source>at most {}</source>
        <translation>至多为 {}</translation>
    </message>
    <message>
        <source>more than {}</source>
        <translation>大于 {}</translation>
    </message>
    <message>
        <source>less than {}</source>
        <translation>小于 {}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>an object {…}</source>
        <translation>对象 {…}</translation>
    </message>
    <message>
        <source>a list […]</source>
        <translation>列表 […]</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>this is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>this is a file, not a folder</source>
        <translation>这是文件，不是文件夹</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the system refused</source>
        <translation>系统拒绝了</translation>
    </message>
    <message>
        <source>this is not text; save it as UTF-8 text</source>
        <translation>这不是文本；请另存为 UTF-8 文本</translation>
    </message>
    <message>
        <source>this is not JSON: mistake at line {line}, column {column}</source>
        <translation>这不是 JSON：第 {line} 行第 {column} 列有错</translation>
    </message>
    <message>
        <source>nested too deeply for an experiment</source>
        <translation>嵌套太深，不是实验文件</translation>
    </message>
    <message>
        <source>“{key}” stands here twice; keep one</source>
        <translation>“{key}”在这里出现了两次；请只留一个</translation>
    </message>
    <message>
        <source>unknown key “{field}”; allowed: {allowed}</source>
        <translation>未知的键“{field}”；可用的有：{allowed}</translation>
    </message>
    <message>
        <source>unknown key “{field}”; did you mean “{guess}”? Allowed: {allowed}</source>
        <translation>未知的键“{field}”；是不是“{guess}”？可用的有：{allowed}</translation>
    </message>
    <message>
        <source>“{field}” is missing here</source>
        <translation>这里缺少“{field}”</translation>
    </message>
    <message>
        <source>must be {expected}; found {found}</source>
        <translation>应为{expected}；实际为{found}</translation>
    </message>
    <message>
        <source>must be a finite number; found {found}</source>
        <translation>应为有限的数；实际为 {found}</translation>
    </message>
    <message>
        <source>must be {limit}; found {found}</source>
        <translation>应{limit}；实际为 {found}</translation>
    </message>
    <message>
        <source>must hold {limit} entries; found {found}</source>
        <translation>项数应{limit}；实际为 {found}</translation>
    </message>
    <message>
        <source>must have {limit} characters; found {found}</source>
        <translation>字符数应{limit}；实际为 {found}</translation>
    </message>
    <message>
        <source>unknown name “{found}”; allowed: {allowed}</source>
        <translation>未知的名称“{found}”；可用的有：{allowed}</translation>
    </message>
    <message>
        <source>unknown name “{found}”; did you mean “{guess}”? Allowed: {allowed}</source>
        <translation>未知的名称“{found}”；是不是“{guess}”？可用的有：{allowed}</translation>
    </message>
    <message>
        <source>format {found} is another version&apos;s; this InitLab reads format {allowed}</source>
        <translation>格式 {found} 属于别的版本；这个 InitLab 读格式 {allowed}</translation>
    </message>
    <message>
        <source>holds a control character; use letters, digits and signs</source>
        <translation>含有控制字符；请只用文字、数字和符号</translation>
    </message>
    <message>
        <source>low must not be above high</source>
        <translation>下限不能大于上限</translation>
    </message>
    <message>
        <source>only layer 1 can have a filter: it looks at the pictures themselves</source>
        <translation>只有第 1 层可以用滤波器：它直接看图片</translation>
    </message>
    <message>
        <source>a filter needs pictures; choose the data ball or digits</source>
        <translation>滤波器需要图片；请选用“任意位置的球”或“手写数字”数据</translation>
    </message>
    <message>
        <source>the pictures have only {most} pixels each way; found {found}</source>
        <translation>图片每边只有 {most} 个像素；实际为 {found}</translation>
    </message>
    <message>
        <source>this layer needs {needed} rows, one for each unit; found {found}</source>
        <translation>这一层需要 {needed} 行，每个单元一行；实际为 {found} 行</translation>
    </message>
    <message>
        <source>this layer needs 1 row, for its one unit; found {found}</source>
        <translation>这一层需要 1 行，对应它唯一的单元；实际为 {found} 行</translation>
    </message>
    <message>
        <source>this row needs {needed} numbers, one for each input (biases: 1); found {found}</source>
        <translation>这一行需要 {needed} 个数，每个输入一个（偏置：1 个）；实际为 {found} 个</translation>
    </message>
    <message>
        <source>only points of classes over two inputs can be edited by hand</source>
        <translation>只有两个输入、分类别的点可以手工编辑</translation>
    </message>
    <message>
        <source>{found} weights are too many; at most {most} are allowed</source>
        <translation>{found} 个权重太多；最多允许 {most} 个</translation>
    </message>
    <message>
        <source>these samples and units make {found} activations, at most {most} are allowed; take fewer samples or units</source>
        <translation>这些样本和单元共有 {found} 个激活值，最多允许 {most} 个；请减少样本或单元</translation>
    </message>
    <message>
        <source>{found} samples for training and testing, but there are only {most}</source>
        <translation>训练和测试共要 {found} 个样本，但一共只有 {most} 个</translation>
    </message>
    <message>
        <source>this loss is for classes, these data are values; use mean_squared_error</source>
        <translation>这个损失函数用于类别，而这些数据是数值；请用 mean_squared_error</translation>
    </message>
    <message>
        <source>this loss needs at least {least} outputs, one for each class, and the data have {found}; use binary_cross_entropy or mean_squared_error</source>
        <translation>这个损失函数至少需要 {least} 个输出，每个类别一个，而数据只有 {found} 个；请用 binary_cross_entropy 或 mean_squared_error</translation>
    </message>
    <message>
        <source>these data need {needed} output units; found {found}</source>
        <translation>这些数据需要 {needed} 个输出单元；实际为 {found} 个</translation>
    </message>
    <message>
        <source>these data need 1 output unit; found {found}</source>
        <translation>这些数据需要 1 个输出单元；实际为 {found} 个</translation>
    </message>
    <message>
        <source>this loss does not fit the output activation {found}; allowed: {allowed}</source>
        <translation>这个损失函数与输出层的激活函数 {found} 不匹配；可用的有：{allowed}</translation>
    </message>
    <message>
        <source>{found} is for the output layer only; a hidden layer may have: {allowed}</source>
        <translation>{found} 只能用于输出层；隐藏层可以用：{allowed}</translation>
    </message>
    <message>
        <source>not allowed here: {detail}</source>
        <translation>这里不允许：{detail}</translation>
    </message>
    <message>
        <source>can&apos;t be read: {reason}</source>
        <translation>无法读取：{reason}</translation>
    </message>
    <message>
        <source>can&apos;t be written: {reason}</source>
        <translation>无法写入：{reason}</translation>
    </message>
    <message>
        <source>{found} bytes are too many; at most {most} are allowed</source>
        <translation>{found} 字节太大；最多允许 {most} 字节</translation>
    </message>
    <message>
        <source>row {row} can&apos;t be split into columns; check its quotation marks</source>
        <translation>第 {row} 行无法分成列；请检查引号</translation>
    </message>
    <message>
        <source>no rows of numbers in this file</source>
        <translation>这个文件里没有数据行</translation>
    </message>
    <message>
        <source>{found} rows are too few; at least {least} are needed</source>
        <translation>{found} 行太少；至少需要 {least} 行</translation>
    </message>
    <message>
        <source>1 row is too few; at least {least} are needed</source>
        <translation>1 行太少；至少需要 {least} 行</translation>
    </message>
    <message>
        <source>more rows than the {most} allowed</source>
        <translation>行数超过了允许的 {most} 行</translation>
    </message>
    <message>
        <source>one column only; the inputs and the target each need one</source>
        <translation>只有一列；输入和目标各需要一列</translation>
    </message>
    <message>
        <source>{found} columns are too many; at most {most} are allowed</source>
        <translation>{found} 列太多；最多允许 {most} 列</translation>
    </message>
    <message>
        <source>row {row} has {found} values; the rows before have {expected}</source>
        <translation>第 {row} 行有 {found} 个值；前面各行有 {expected} 个</translation>
    </message>
    <message>
        <source>row {row} has 1 value; the rows before have {expected}</source>
        <translation>第 {row} 行有 1 个值；前面各行有 {expected} 个</translation>
    </message>
    <message>
        <source>two columns are named “{column}”; rename one</source>
        <translation>有两列都叫“{column}”；请改掉一个名字</translation>
    </message>
    <message>
        <source>row {row}, column “{column}” is empty; fill it in or remove the row</source>
        <translation>第 {row} 行“{column}”列是空的；请填上或删掉这一行</translation>
    </message>
    <message>
        <source>row {row}, column “{column}”: “{found}” is not a number</source>
        <translation>第 {row} 行“{column}”列：“{found}”不是数</translation>
    </message>
    <message>
        <source>column “{column}” holds one class only ({found}); two are needed</source>
        <translation>“{column}”列只有一个类别（{found}）；需要两个</translation>
    </message>
    <message>
        <source>column “{column}” holds {found} classes; at most {most} are allowed</source>
        <translation>“{column}”列有 {found} 个类别；最多允许 {most} 个</translation>
    </message>
    <message>
        <source>there is no layer {found}; the last one is {most}</source>
        <translation>没有第 {found} 层；最后一层是第 {most} 层</translation>
    </message>
    <message>
        <source>a network can have at most {most} layers</source>
        <translation>网络最多只能有 {most} 层</translation>
    </message>
    <message>
        <source>the output layer can&apos;t be removed</source>
        <translation>输出层不能删除</translation>
    </message>
    <message>
        <source>the output layer stays the last</source>
        <translation>输出层始终在最后</translation>
    </message>
    <message>
        <source>{rows} × {columns} numbers are too many to edit by hand; at most {most} × {most} can be</source>
        <translation>{rows} × {columns} 个数太多，不能手工编辑；最多 {most} × {most} 个</translation>
    </message>
    <message>
        <source>the data set the units of the output layer: {units}</source>
        <translation>输出层的单元数由数据决定：{units}</translation>
    </message>
    <message>
        <source>name a place for the results</source>
        <translation>请指定存放结果的位置</translation>
    </message>
    <message>
        <source>incomplete; {option} is missing or stands before its --over</source>
        <translation>不完整；缺少 {option}，或者它写在了所属的 --over 之前</translation>
    </message>
    <message>
        <source>{file} here belongs to another sweep; choose another folder</source>
        <translation>这里的 {file} 属于另一次扫描；请换一个文件夹</translation>
    </message>
    <message>
        <source>a process that shared the work was ended from outside; run the command again</source>
        <translation>分担工作的一个进程被外部终止；请再次运行该命令</translation>
    </message>
    <message>
        <source>{name} is not installed; install InitLab with its extra “{extra}”</source>
        <translation>没有安装 {name}；请安装带有附加组件“{extra}”的 InitLab</translation>
    </message>
    <message>
        <source>no Dask scheduler answers at {found}</source>
        <translation>{found} 没有 Dask 调度器应答</translation>
    </message>
    <message>
        <source>there are no numbers to paste</source>
        <translation>没有可粘贴的数</translation>
    </message>
    <message>
        <source>the text to paste has more than {most} characters</source>
        <translation>要粘贴的文字超过 {most} 个字符</translation>
    </message>
    <message>
        <source>to paste: row {row}, column {column}: “{found}” is not a number</source>
        <translation>要粘贴的内容：第 {row} 行第 {column} 列：“{found}”不是数</translation>
    </message>
    <message>
        <source>to paste: row {row} has {found} numbers, the first row has {expected}</source>
        <translation>要粘贴的内容：第 {row} 行有 {found} 个数，而第一行有 {expected} 个</translation>
    </message>
    <message>
        <source>to paste: row {row} has 1 number, the first row has {expected}</source>
        <translation>要粘贴的内容：第 {row} 行有 1 个数，而第一行有 {expected} 个</translation>
    </message>
    <message>
        <source>{found_rows} × {found_columns} numbers do not fit; from the chosen cell on there is room for {rows} × {columns}</source>
        <translation>{found_rows} × {found_columns} 个数放不下；从所选单元格起只能放 {rows} × {columns} 个</translation>
    </message>
    <message>
        <source>there are no layers to paste</source>
        <translation>没有可粘贴的层</translation>
    </message>
</context>
<context>
    <name>raw</name>
    <message>
        <source>“{name}” lies between {low} and {high}: inputs this large saturate units or kill them. Standardize them.</source>
        <translation>“{name}”在 {low} 与 {high} 之间：这么大的输入会让神经元饱和或死亡。请标准化。</translation>
    </message>
</context>
<context>
    <name>remedies</name>
    <message>
        <source>set {layers} to {value}</source>
        <translation>把{layers}改为 {value}</translation>
    </message>
    <message>
        <source>set the biases of {layers} to {value}</source>
        <translation>把{layers}的偏置改为 {value}</translation>
    </message>
    <message>
        <source>set the learning rate to {value}</source>
        <translation>把学习率改为 {value}</translation>
    </message>
    <message>
        <source>add a hidden layer of {value} neurons</source>
        <translation>增加一个有 {value} 个神经元的隐藏层</translation>
    </message>
    <message>
        <source>standardize the inputs</source>
        <translation>把输入标准化</translation>
    </message>
    <message>
        <source>take {value} training samples</source>
        <translation>使用 {value} 个训练样本</translation>
    </message>
</context>
<context>
    <name>sigma</name>
    <message>
        <source>each weight</source>
        <translation>每个权重</translation>
    </message>
    <message>
        <source>the entries of W</source>
        <translation>W 的各元素</translation>
    </message>
    <message>
        <source>W before the data scale it</source>
        <translation>数据缩放之前的 W</translation>
    </message>
</context>
<context>
    <name>sweep</name>
    <message>
        <source>{name}: σ = {sigma}</source>
        <translation>{name}：σ = {sigma}</translation>
    </message>
    <message>
        <source>{name}: σ = {sigmas} in the layers; the line is at their middle, {sigma}</source>
        <translation>{name}：各层的 σ = {sigmas}；线画在它们的中间 {sigma}</translation>
    </message>
    <message>
        <source>{diverged} of {runs} diverged</source>
        <translation>{runs} 次中有 {diverged} 次发散</translation>
    </message>
    <message>
        <source>At every σ most runs diverged.</source>
        <translation>每个 σ 上大多数训练都发散了。</translation>
    </message>
    <message>
        <source>Lowest loss {loss} at σ = {sigma}, depth {depth}.</source>
        <translation>最低损失 {loss}，在 σ = {sigma}、深度 {depth} 处。</translation>
    </message>
    <message>
        <source>Lowest loss {loss} at σ = {sigma}.</source>
        <translation>最低损失 {loss}，在 σ = {sigma} 处。</translation>
    </message>
    <message>
        <source>Your guess {guess} was right.</source>
        <translation>你猜的 {guess} 是对的。</translation>
    </message>
    <message>
        <source>Your guess {guess} was {times} times too small.</source>
        <translation>你猜的 {guess} 小了，差 {times} 倍。</translation>
    </message>
    <message>
        <source>Your guess {guess} was {times} times too large.</source>
        <translation>你猜的 {guess} 大了，差 {times} 倍。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>sq ft</source>
        <translation>平方英尺</translation>
    </message>
    <message>
        <source>CAD</source>
        <translation>加元</translation>
    </message>
    <message>
        <source>Canadian dollars, 1987</source>
        <translation>加元（1987 年）</translation>
    </message>
    <message>
        <source>square feet</source>
        <translation>平方英尺</translation>
    </message>
    <message>
        <source>standardized</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>{name} ({unit})</source>
        <translation>{name}（{unit}）</translation>
    </message>
</context>
</TS>
